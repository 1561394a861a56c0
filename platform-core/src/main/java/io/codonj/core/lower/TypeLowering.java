package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrType;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Semantic types → machine types, and the layouts of objects. The table is in the package documentation.
final class TypeLowering {
  static final IrType.Struct STR = IrType.Struct.of(IrType.PTR, IrType.I64);
  static final IrType.Struct BYTES = IrType.Struct.of(IrType.PTR, IrType.I64);
  static final IrType.Struct CALLABLE = IrType.Struct.of(IrType.PTR, IrType.PTR);

  /// Which word of a callable is what.
  static final int CODE = 0;
  static final int ENVIRONMENT = 1;

  /// The parts of unions and of optional values.
  static final int TAG = 0;
  static final int PAYLOAD = 1;
  static final int PRESENT = 0;
  static final int VALUE = 1;

  private static final IrType NOT_PRIMITIVE = new IrType.Function(List.of(), IrType.UNIT);

  private final Map<Type, TypedClass> classes;
  private final Map<String, List<TypedVariable>> capturesByOrigin = new HashMap<>();
  private final Map<Type, IrType> lowered = new HashMap<>();
  private final Map<Type, IrType.Struct> objects = new HashMap<>();

  TypeLowering(TypedModule module) {
    classes = module.classes();
    for (TypedFunction function : module.functions().values()) {
      if (!function.captures().isEmpty()) {
        capturesByOrigin.put(function.origin(), function.captures());
      }
    }
  }

  IrType lower(Type type) {
    IrType known = lowered.get(type);
    if (known == null) {
      known = compute(type);
      lowered.put(type, known);
    }
    return known;
  }

  List<IrType> lowerAll(List<Type> types) {
    var result = new ArrayList<IrType>(types.size());
    for (Type type : types) {
      result.add(lower(type));
    }
    return result;
  }

  /// The type as a struct: tuples, value classes, function values, unions, optional values.
  IrType.Struct struct(Type type) {
    return switch (lower(type)) {
      case IrType.Struct struct -> struct;
      case IrType other -> throw new CompilerBug(type + " is no struct but " + other);
    };
  }

  /// Is a value of this type never null, so that null can stand for `None`?
  boolean isReference(Type type) {
    return type instanceof Type.ClassType named
        && (named.name().equals("Generator") || primitive(named) == NOT_PRIMITIVE && !classOf(named).isValue());
  }

  /// Is `None` of this optional type a null pointer?
  boolean isNullable(Type type) {
    return type instanceof Type.OptionalType optional && isReference(optional.value());
  }

  boolean hasHeader(Type type) {
    TypedClass found = classes.get(type);
    return found != null && found.hasHeader();
  }

  TypedClass classOf(Type type) {
    TypedClass found = classes.get(type);
    if (found == null) {
      throw new CompilerBug("no layout of class " + type);
    }
    return found;
  }

  @Nullable TypedClass classIfKnown(Type type) {
    return classes.get(type);
  }

  Iterable<TypedClass> allClasses() {
    return classes.values();
  }

  /// What a generator yields.
  static Type yielded(Type generator) {
    if (generator instanceof Type.ClassType named && named.name().equals("Generator") && !named.arguments().isEmpty()) {
      return named.arguments().getFirst();
    }
    throw new CompilerBug(generator + " is no generator");
  }

  /// What an instance of a reference class is in memory.
  IrType.Struct objectLayout(Type type) {
    IrType.Struct known = objects.get(type);
    if (known == null) {
      TypedClass layout = classOf(type);
      var fields = new ArrayList<IrType>(layout.fields().size() + 1);
      if (layout.hasHeader()) {
        fields.add(IrType.PTR);
      }
      for (TypedClass.Field field : layout.fields()) {
        fields.add(lower(field.type()));
      }
      known = new IrType.Struct(fields);
      objects.put(type, known);
    }
    return known;
  }

  /// The index of a field in the object's or value's struct.
  int fieldIndex(Type owner, String field) {
    TypedClass layout = classOf(owner);
    int index = layout.hasHeader() ? 1 : 0;
    for (TypedClass.Field candidate : layout.fields()) {
      if (candidate.name().equals(field)) {
        return index;
      }
      index++;
    }
    throw new CompilerBug("class " + owner + " has no field " + field);
  }

  /// Is the i-th capture of this function value handed over as the cell of a variable? Without any instance of
  /// the function nobody looks at its captures, and their values stand in.
  boolean isCellCapture(Type.FunctionType function, int index) {
    List<TypedVariable> captures = capturesByOrigin.get(function.function());
    return captures != null && index < captures.size() && captures.get(index).cell();
  }

  private IrType compute(Type type) {
    return switch (type) {
      case Type.ClassType named -> named(named);
      case Type.TupleType tuple -> new IrType.Struct(lowerAll(tuple.elements()));
      case Type.OptionalType optional ->
          isReference(optional.value()) ? IrType.PTR : IrType.Struct.of(IrType.BOOL, lower(optional.value()));
      case Type.UnionType union -> union(union);
      case Type.CallableType ignored -> CALLABLE;
      case Type.FunctionType function -> functionValue(function);
      case Type.MetaType ignored -> IrType.UNIT;
      case Type.ModuleType ignored -> IrType.UNIT;
      case Type.LiteralType ignored -> IrType.UNIT;
    };
  }

  private IrType named(Type.ClassType type) {
    IrType primitive = primitive(type);
    if (primitive != NOT_PRIMITIVE) {
      return primitive;
    }
    TypedClass layout = classOf(type);
    if (!layout.isValue()) {
      return IrType.PTR;
    }
    var fields = new ArrayList<IrType>(layout.fields().size());
    for (TypedClass.Field field : layout.fields()) {
      fields.add(lower(field.type()));
    }
    return new IrType.Struct(fields);
  }

  private static IrType primitive(Type.ClassType type) {
    return switch (type.name()) {
      case "int" -> IrType.I64;
      case "bool" -> IrType.BOOL;
      case "float" -> IrType.F64;
      case "float32" -> IrType.F32;
      case "float16" -> new IrType.Float(16);
      case "float128" -> new IrType.Float(128);
      case "byte" -> IrType.I8;
      case "str" -> STR;
      case "bytes" -> BYTES;
      case "NoneType", "NoReturn", "ellipsis", "NotImplementedType" -> IrType.UNIT;
      case "Ptr", "Generator", "Cell" -> IrType.PTR;
      case "Int", "UInt" -> new IrType.Int(width(type));
      default -> NOT_PRIMITIVE;
    };
  }

  private static int width(Type.ClassType type) {
    if (type.arguments().size() == 1
        && type.arguments().getFirst() instanceof Type.LiteralType literal
        && literal.value() instanceof Number bits) {
      return bits.intValue();
    }
    throw new CompilerBug("no width in " + type);
  }

  private IrType functionValue(Type.FunctionType function) {
    var fields = new ArrayList<IrType>(function.captures().size());
    for (int i = 0; i < function.captures().size(); i++) {
      fields.add(isCellCapture(function, i) ? IrType.PTR : lower(function.captures().get(i)));
    }
    return new IrType.Struct(fields);
  }

  private IrType union(Type.UnionType union) {
    long words = 0;
    for (Type member : union.members()) {
      words = Math.max(words, (MemoryLayout.size(lower(member)) + 7) / 8);
    }
    return IrType.Struct.of(IrType.I64, new IrType.Array(words, IrType.I64));
  }
}
