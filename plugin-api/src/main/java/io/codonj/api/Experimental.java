package io.codonj.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// May change in any minor version; the change log says how. On a package it speaks for all types in it that say
/// nothing else.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Stable(since = "0.1")
public @interface Experimental {
  /// The version that had it first.
  String since();
}
