package io.codonj.api.ir;

import java.util.List;
import java.util.stream.Collectors;

/// Types of the IR: machine-level, structural, pointers opaque. The text is what the printer writes.
public sealed interface IrType {
  Int BOOL = new Int(1);
  Int I8 = new Int(8);
  Int I32 = new Int(32);
  Int I64 = new Int(64);
  Float F32 = new Float(32);
  Float F64 = new Float(64);
  Pointer PTR = new Pointer(0);
  Unit UNIT = new Unit();

  /// An integer of any width; signedness belongs to the operations. `i1` is the truth type.
  record Int(int bits) implements IrType {
    @Override
    public String toString() {
      return "i" + bits;
    }
  }

  /// An IEEE float of 16, 32, 64 or 128 bits.
  record Float(int bits) implements IrType {
    @Override
    public String toString() {
      return "f" + bits;
    }
  }

  record Pointer(int addressSpace) implements IrType {
    @Override
    public String toString() {
      return addressSpace == 0 ? "ptr" : "ptr" + addressSpace;
    }
  }

  /// The type of `None` and of operations without a value; it has no bits, but may be a field.
  record Unit() implements IrType {
    @Override
    public String toString() {
      return "unit";
    }
  }

  record Struct(List<IrType> fields) implements IrType {
    public Struct {
      fields = List.copyOf(fields);
    }

    public static Struct of(IrType... fields) {
      return new Struct(List.of(fields));
    }

    @Override
    public String toString() {
      return fields.stream().map(IrType::toString).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  record Array(long count, IrType element) implements IrType {
    @Override
    public String toString() {
      return "[" + count + " x " + element + "]";
    }
  }

  record Vector(int lanes, IrType element) implements IrType {
    @Override
    public String toString() {
      return "<" + lanes + " x " + element + ">";
    }
  }

  /// A function's signature; as the type of a value it is a pointer.
  record Function(List<IrType> parameters, IrType result) implements IrType {
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      return parameters.stream().map(IrType::toString).collect(Collectors.joining(", ", "(", ")")) + " -> " + result;
    }
  }
}
