package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.ir.Variable.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides for the variables of a parallel loop which of them threads have for themselves.
///
/// @param kept assigned by the body and used elsewhere, or read in a round before it is assigned there
/// @param own assigned by the body, of no use elsewhere, but not yet locals of the region alone
/// @param copied globals that nothing changes while the loop runs
record VariableRoles(List<KeptVariable> kept, List<Variable> own, List<Variable> copied) {

  /// @param region what holds the loop, a part of `function`
  /// @param before what is done once before the loop
  /// @param loop the whole loop
  /// @param body what one round does, without the assignment of `rounds`
  /// @param rounds the loops' variables, assigned anew in each round
  static VariableRoles of(
      IrModule module, IrFunction function, IrOp region, List<IrOp> before, IrOp loop, IrOp body, List<Variable> rounds,
      FreshNames names,
      DiagnosticSink sink) {
    var finder = new Finder(module, function, region, before, loop, body, rounds, names, sink);
    finder.find();
    return new VariableRoles(finder.kept, finder.own, finder.copied);
  }

  private record Finder(
      IrModule module, IrFunction function, IrOp region, List<IrOp> before, IrOp loop, IrOp body, List<Variable> rounds,
      FreshNames names,
      DiagnosticSink sink, List<KeptVariable> kept, List<Variable> own, List<Variable> copied) {

    Finder(IrModule module, IrFunction function, IrOp region, List<IrOp> before, IrOp loop, IrOp body, List<Variable> rounds,
      FreshNames names,
        DiagnosticSink sink) {
      this(module, function, region, before, loop, body, rounds, names, sink, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void find() {
      IrOp whole = function.body();
      if (whole == null) {
        return;
      }
      Set<String> outside = new HashSet<>(Mentions.in(whole, region).keySet());
      before.forEach(each -> outside.addAll(Mentions.in(each).keySet()));
      Set<String> elsewhere = elsewhere();
      Writes writes = Writes.of(loop);
      for (Variable variable : writes.assigned.values()) {
        String name = variable.toString();
        boolean used = outside.contains(name)
            || variable.scope() == Scope.PARAMETER
            || variable.scope() == Scope.GLOBAL && elsewhere.contains(name);
        if (!writes.addressed.contains(name)) {
          decide(variable, used);
        } else if (!used && variable.scope() == Scope.GLOBAL) {
          own.add(variable);
        }
      }
      if (function.name().equals(module.entry())) {
        Set<String> changed = changedElsewhere();
        Mentions.in(loop).forEach((name, variable) -> {
          boolean quiet = variable.scope() == Scope.GLOBAL
              && !writes.assigned.containsKey(name) && !writes.addressed.contains(name) && !changed.contains(name);
          if (quiet) {
            copied.add(variable);
          }
        });
      }
    }

    private void decide(Variable variable, boolean used) {
      if (rounds.contains(variable)) {
        if (used) {
          kept.add(new KeptVariable(variable, ownOf(variable), Optional.empty(), Optional.empty(), false));
        } else {
          own.add(variable);
        }
        return;
      }
      FirstRead.Answer flow = FirstRead.in(body, variable);
      if (flow.read().isEmpty()) {
        if (used) {
          kept.add(last(variable, flow.always(), false));
        } else if (variable.scope() != Scope.LOCAL) {
          own.add(variable);
        }
        return;
      }
      Optional<Reduction> reduction = ReductionFinder.find(module, body, variable);
      if (reduction.isPresent()) {
        Optional<Variable> mark = reduction.get().identity().isPresent()
            ? Optional.empty() : Optional.of(names.local(variable.name() + ".found", IrType.BOOL));
        kept.add(new KeptVariable(variable, ownOf(variable), reduction, mark, false));
        return;
      }
      kept.add(last(variable, flow.always(), true));
      if (!variable.sourceName().isEmpty()) {
        warn(variable, flow.read().get());
      }
    }

    private KeptVariable last(Variable variable, boolean always, boolean begins) {
      Optional<Variable> mark =
          always ? Optional.empty() : Optional.of(names.local(variable.name() + ".round", IrType.I64));
      return new KeptVariable(variable, ownOf(variable), Optional.empty(), mark, begins);
    }

    private Variable ownOf(Variable variable) {
      return names.local(variable.name() + ".own", variable.type(), variable.sourceName());
    }

    private void warn(Variable variable, IrOp read) {
      sink.report(
          Diagnostic.of(
                  OpenMpCode.CARRIED_VARIABLE, read.span(),
                  "a round may read what an earlier one left in '" + variable.sourceName() + "'")
              .withNote("threads do not see each other's value; only sums, products, minima and the like are combined")
              .withNote("assign '" + variable.sourceName() + "' before it is read, or run the loop without @par"));
    }

    /// Globals that other functions mention.
    private Set<String> elsewhere() {
      var found = new HashSet<String>();
      for (IrFunction other : module.functions().values()) {
        IrOp code = codeElsewhere(other);
        if (code != null) {
          found.addAll(Mentions.in(code).keySet());
        }
      }
      found.removeIf(name -> !name.startsWith("@"));
      return found;
    }

    /// Globals that other functions change.
    private Set<String> changedElsewhere() {
      var found = new HashSet<String>();
      for (IrFunction other : module.functions().values()) {
        IrOp code = codeElsewhere(other);
        if (code != null) {
          Writes writes = Writes.of(code);
          found.addAll(writes.assigned.keySet());
          found.addAll(writes.addressed);
        }
      }
      return found;
    }

    private @Nullable IrOp codeElsewhere(IrFunction other) {
      return other.name().equals(function.name()) ? null : other.body();
    }
  }
}
