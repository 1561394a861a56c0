package io.codonj.core.pipeline;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.pass.IrPass;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Orders passes so that each runs after those it must follow, and otherwise as early as in the given order: a
/// stable topological sort (Kahn 1962).
final class PassSchedule {
  private PassSchedule() {}

  /// @param builtIn passes whose relative order is fixed
  /// @param all built-in and contributed passes in their default order
  static List<IrPass> order(List<IrPass> builtIn, List<IrPass> all, DiagnosticSink diagnostics) {
    if (all.size() == builtIn.size()) {
      return all;
    }
    Map<String, Set<String>> predecessors = predecessors(builtIn, all, diagnostics);
    List<IrPass> waiting = new ArrayList<>(all);
    List<IrPass> ordered = new ArrayList<>(all.size());
    Set<String> done = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      int ready = firstReady(waiting, predecessors, done);
      if (ready < 0) {
        String names = waiting.stream().map(IrPass::id).collect(Collectors.joining(", "));
        String message = "the order demanded by these passes is circular: " + names;
        diagnostics.report(Diagnostic.of(PassErrorCode.CIRCULAR_ORDER, Span.NONE, message));
        ordered.addAll(waiting);
        return ordered;
      }
      IrPass next = waiting.remove(ready);
      done.add(next.id());
      ordered.add(next);
    }
    return ordered;
  }

  private static int firstReady(List<IrPass> waiting, Map<String, Set<String>> predecessors, Set<String> done) {
    for (int i = 0; i < waiting.size(); i++) {
      if (done.containsAll(predecessors.getOrDefault(waiting.get(i).id(), Set.of()))) {
        return i;
      }
    }
    return -1;
  }

  private static Map<String, Set<String>> predecessors(
      List<IrPass> builtIn, List<IrPass> all, DiagnosticSink diagnostics) {
    Map<String, IrPass> byId = new HashMap<>();
    all.forEach(pass -> byId.put(pass.id(), pass));
    Map<String, Set<String>> predecessors = new LinkedHashMap<>();
    for (int i = 1; i < builtIn.size(); i++) {
      edge(builtIn.get(i - 1).id(), builtIn.get(i).id(), predecessors);
    }
    for (IrPass pass : all) {
      for (String later : known(pass, pass.before(), byId, diagnostics)) {
        edge(pass.id(), later, predecessors);
      }
      for (String earlier : known(pass, pass.after(), byId, diagnostics)) {
        edge(earlier, pass.id(), predecessors);
      }
    }
    return predecessors;
  }

  private static List<String> known(
      IrPass pass, List<String> ids, Map<String, IrPass> byId, DiagnosticSink diagnostics) {
    List<String> known = new ArrayList<>();
    for (String id : ids) {
      if (byId.containsKey(id)) {
        known.add(id);
      } else {
        String message = "pass '" + pass.id() + "' refers to an unknown pass '" + id + "'";
        diagnostics.report(Diagnostic.of(PassErrorCode.UNKNOWN_PASS, Span.NONE, message));
      }
    }
    return known;
  }

  private static void edge(String earlier, String later, Map<String, Set<String>> predecessors) {
    predecessors.computeIfAbsent(later, _ -> new LinkedHashSet<>()).add(earlier);
  }
}
