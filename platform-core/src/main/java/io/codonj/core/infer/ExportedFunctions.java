package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `@export def f(a: int) -> float`: functions that C calls by their name, whether or not the program calls them.
///
/// Their types are what the annotations say, because nobody else could: the caller is not checked.
final class ExportedFunctions {
  static final String ATTRIBUTE = "export";

  /// Types whose values C passes the same way.
  private static final Set<String> FORMS_OF_C = Set.of("int", "float", "bool", "float32", "Int", "UInt", "Ptr", "byte");

  private final Program program;

  ExportedFunctions(Program program) {
    this.program = program;
  }

  List<Instance> realize(Span from) {
    var result = new ArrayList<Instance>();
    for (ModuleSymbol module : List.copyOf(program.modules.values())) {
      for (Symbol member : module.members.values()) {
        if (member instanceof FunctionSymbol function && function.attributes.contains(ATTRIBUTE)) {
          try {
            result.add(realize(function, from));
          } catch (CheckError problem) {
            program.problems.add(problem.diagnostic());
          }
        }
      }
    }
    return result;
  }

  private Instance realize(FunctionSymbol function, Span from) {
    var types = new ArrayList<Type>();
    for (Parameter parameter : function.parameters()) {
      if (parameter.annotation() == null || parameter.kind() == Parameter.ParameterKind.STAR
          || parameter.kind() == Parameter.ParameterKind.DOUBLE_STAR) {
        throw problem(parameter.span(), function, "its parameter '" + parameter.name() + "' needs a type");
      }
      types.add(formOfC(function, parameter.annotation()));
    }
    Expr returned = function.definition.returns();
    if (returned == null) {
      throw problem(function.definition.nameSpan(), function, "its result needs a type, '-> None' if there is none");
    }
    Type result = returned instanceof Expr.NoneLiteral ? Names.NONE : formOfC(function, returned);
    function.typeParameterNames = List.of();
    Instance instance = Instances.get(program, function, types, Map.of(), result);
    Instances.realize(program, instance, from);
    return instance;
  }

  private Type formOfC(FunctionSymbol function, Expr annotation) {
    Type type = new TypeResolver(program).resolve(annotation, new TypeResolver.Context(function.module, null, Map.of()));
    if (program.types.resolve(type) instanceof ClassType(var name, var _) && FORMS_OF_C.contains(name)) {
      return type;
    }
    throw problem(annotation.span(), function, "'" + type + "' is no type of C");
  }

  private static CheckError problem(Span span, FunctionSymbol function, String why) {
    return new CheckError(
        Diagnostic.of(InferenceCode.EXPORTED_TYPE, span, "'" + function.displayName + "' cannot be exported: " + why)
            .withNote("C calls it with int, float, bool, float32, Int[N], UInt[N] or Ptr[T]"));
  }
}
