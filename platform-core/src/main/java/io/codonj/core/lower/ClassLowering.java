package io.codonj.core.lower;

import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypeNames;
import io.codonj.core.typed.TypedClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Type information of classes, and questions about the run-time class of objects.
///
/// Each class whose objects start with a header has one constant, made when something names it:
///
/// ```
/// typeinfo:B = {parent: @typeinfo:A, name: "B\0", ancestor_count: 0, ancestors: null}
/// typeinfo:D = {@typeinfo:B, "D\0", 4, @ancestors:D}     several bases: all ancestors are listed
/// ```
final class ClassLowering {
  static final IrType.Struct TYPE_INFO = IrType.Struct.of(IrType.PTR, IrType.PTR, IrType.I64, IrType.PTR);

  /// Up to this many descendants are compared one by one; the runtime searches for more.
  private static final int FEW_CLASSES = 4;

  private final ProgramBuilder program;
  private final TypeLowering types;
  private final Map<Type, String> typeInfo = new HashMap<>();
  private final Map<Type, List<TypedClass>> descendants = new HashMap<>();

  ClassLowering(ProgramBuilder program, TypeLowering types) {
    this.program = program;
    this.types = types;
  }

  /// The symbol of the class's type information.
  String typeInfo(Type type) {
    String known = typeInfo.get(type);
    return known != null ? known : define(types.classOf(type));
  }

  /// Is the class of `object` (a reference that may be null, then the answer is no) `wanted` or derived from it?
  IrOp isInstance(FunctionLowering function, IrOp object, boolean mayBeNull, Type wanted, boolean exact, Span span) {
    if (!types.hasHeader(wanted)) {
      return Operations.sequence(span, object, Operations.truth(false, span));
    }
    if (!mayBeNull) {
      return testHeader(function, header(object, span), wanted, exact, span);
    }
    Variable reference = function.temporary(IrType.PTR);
    IrOp test = testHeader(function, header(Operations.get(reference, span), span), wanted, exact, span);
    return Operations.sequence(
        span,
        Operations.set(reference, object, span),
        new IrOp.If(
            Operations.isNull(Operations.get(reference, span), span),
            Operations.truth(false, span),
            test,
            IrType.BOOL,
            span));
  }

  /// The name of the object's class as `str`.
  IrOp nameOfObject(IrOp object, Span span) {
    var signature = new IrType.Function(List.of(IrType.PTR), TypeLowering.STR);
    return program.callForeign("cj_type_name", signature, Set.of("nounwind"), List.of(header(object, span)), span);
  }

  private static IrOp header(IrOp object, Span span) {
    return Operations.load(IrType.PTR, object, span);
  }

  private IrOp testHeader(FunctionLowering function, IrOp header, Type wanted, boolean exact, Span span) {
    List<TypedClass> accepted = exact ? List.of(types.classOf(wanted)) : descendants(wanted);
    if (accepted.size() > FEW_CLASSES) {
      var signature = new IrType.Function(List.of(IrType.PTR, IrType.PTR), IrType.BOOL);
      List<IrOp> arguments = List.of(header, symbol(wanted, span));
      return program.callForeign("cj_type_is", signature, Set.of("nounwind", "pure"), arguments, span);
    }
    if (accepted.size() == 1) {
      return Operations.equal(header, symbol(wanted, span), span);
    }
    Variable actual = function.temporary(IrType.PTR);
    IrOp answer = Operations.equal(Operations.get(actual, span), symbol(wanted, span), span);
    for (TypedClass candidate : accepted) {
      if (!candidate.type().equals(wanted)) {
        IrOp same = Operations.equal(Operations.get(actual, span), symbol(candidate.type(), span), span);
        answer = Operations.operate(Operator.OR, IrType.BOOL, span, answer, same);
      }
    }
    return Operations.sequence(span, Operations.set(actual, header, span), answer);
  }

  private List<TypedClass> descendants(Type wanted) {
    List<TypedClass> known = descendants.get(wanted);
    if (known == null) {
      known = new ArrayList<>();
      for (TypedClass candidate : types.allClasses()) {
        if (candidate.hasHeader() && candidate.ancestors().contains(wanted)) {
          known.add(candidate);
        }
      }
      descendants.put(wanted, known);
    }
    return known;
  }

  private IrOp symbol(Type type, Span span) {
    return Operations.symbol(typeInfo(type), span);
  }

  private String define(TypedClass definition) {
    String symbol = "typeinfo:" + TypeNames.qualified(definition.type());
    typeInfo.put(definition.type(), symbol);
    List<IrOp> ancestors = ancestors(definition);
    boolean isChain = isChain(definition);
    IrOp table = isChain ? Operations.nullPointer(Span.NONE) : ancestorTable(definition, ancestors);
    String name = new String(definition.displayName().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    constant(
        symbol,
        Operations.makeStruct(
            TYPE_INFO,
            Span.NONE,
            ancestors.size() > 1 ? ancestors.get(1) : Operations.nullPointer(Span.NONE),
            Operations.data(name, Span.NONE),
            Operations.integer(IrType.I64, isChain ? 0 : ancestors.size(), Span.NONE),
            table));
    return symbol;
  }

  private List<IrOp> ancestors(TypedClass definition) {
    var symbols = new ArrayList<IrOp>();
    for (Type ancestor : definition.ancestors()) {
      if (types.hasHeader(ancestor)) {
        symbols.add(symbol(ancestor, Span.NONE));
      }
    }
    return symbols;
  }

  /// Do the parents, followed one by one, meet all ancestors? Then no table is needed.
  private boolean isChain(TypedClass definition) {
    List<Type> own = withHeader(definition.ancestors());
    if (own.size() < 2) {
      return true;
    }
    TypedClass parent = types.classOf(own.get(1));
    return withHeader(parent.ancestors()).equals(own.subList(1, own.size())) && isChain(parent);
  }

  private List<Type> withHeader(List<Type> ancestors) {
    var result = new ArrayList<Type>(ancestors.size());
    for (Type ancestor : ancestors) {
      if (types.hasHeader(ancestor)) {
        result.add(ancestor);
      }
    }
    return result;
  }

  private IrOp ancestorTable(TypedClass definition, List<IrOp> ancestors) {
    var pointers = new ArrayList<IrType>();
    for (int i = 0; i < ancestors.size(); i++) {
      pointers.add(IrType.PTR);
    }
    String symbol = "ancestors:" + TypeNames.qualified(definition.type());
    constant(symbol, new IrOp.MakeStruct(new IrType.Struct(pointers), ancestors, Span.NONE));
    return Operations.symbol(symbol, Span.NONE);
  }

  private void constant(String symbol, IrOp value) {
    program.define(new IrGlobal(new Variable(symbol, value.type(), Variable.Scope.GLOBAL, ""), value, true));
  }
}
