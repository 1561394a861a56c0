package io.codonj.core.infer;

import io.codonj.api.types.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What is known at one point of a body: the current version of each name, which are surely assigned, which types
/// tests have narrowed, and whether the point can be reached.
final class Flow {
  /// Separates the field names of a path; occurs in no name.
  static final char FIELD_MARK = '\u2192';

  final Map<String, Version> names;
  final Set<Version> assigned;

  /// Narrowed types by path: the version's key, followed by field names (`x#3→head`).
  final Map<String, Type> narrowed;

  /// Names whose branches left them with different versions, with the later one.
  final Map<String, Version> conflicts;

  boolean reachable = true;

  Flow() {
    this(new LinkedHashMap<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
  }

  private Flow(
      Map<String, Version> names, Set<Version> assigned, Map<String, Type> narrowed, Map<String, Version> conflicts) {
    this.names = names;
    this.assigned = assigned;
    this.narrowed = narrowed;
    this.conflicts = conflicts;
  }

  Flow copy() {
    var copy = new Flow(
        new LinkedHashMap<>(names), new HashSet<>(assigned), new HashMap<>(narrowed), new HashMap<>(conflicts));
    copy.reachable = reachable;
    return copy;
  }

  /// What is known where two paths meet.
  static Flow merge(Flow left, Flow right) {
    if (!left.reachable) {
      return right.copy();
    }
    if (!right.reachable) {
      return left.copy();
    }
    var merged = left.copy();
    right.names.forEach((name, version) -> {
      Version other = merged.names.putIfAbsent(name, version);
      if (other != null && other != version) {
        merged.conflicts.put(name, version);
      }
    });
    merged.conflicts.putAll(right.conflicts);
    merged.assigned.retainAll(right.assigned);
    merged.narrowed.entrySet().removeIf(e -> !e.getValue().equals(right.narrowed.get(e.getKey())));
    return merged;
  }

  /// Forgets what was known about a version and everything reached through it.
  void forget(String key) {
    narrowed.keySet().removeIf(path -> path.equals(key) || path.startsWith(key + FIELD_MARK));
  }
}
