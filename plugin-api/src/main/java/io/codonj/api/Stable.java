package io.codonj.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Kept compatible within a major version: what compiles and works against it goes on to do so. On a package it
/// speaks for all types in it that say nothing else.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Stable(since = "0.1")
public @interface Stable {
  /// The version that promised it first.
  String since();
}
