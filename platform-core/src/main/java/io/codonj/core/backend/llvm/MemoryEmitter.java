package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.core.backend.llvm.AliasMetadata.Place;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Loads, stores, addresses and structs.
///
/// Structs are read and written field by field: LLVM treats whole ones clumsily, and each scalar can say by its
/// type what it does not overlap. Truth values are bytes in memory, which loops over them can be vectorized with.
final class MemoryEmitter {
  /// Structs with more scalars than this are moved as a whole.
  private static final int LARGEST_SPLIT = 16;

  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  MemoryEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  LLVMValueRef load(IrOp.Load load) {
    LLVMValueRef address = function.emit(load.address());
    if (!builder.reachable()) {
      return function.constants.poison(load.type());
    }
    function.at(load.span());
    return load(load.type(), address, place(load.address()));
  }

  private LLVMValueRef load(IrType type, LLVMValueRef address, Place place) {
    return switch (type) {
      case IrType.Unit _ -> function.constants.unit();
      case IrType.Struct(List<IrType> fields) when isSplit(type) -> {
        LLVMTypeRef struct = types.type(type);
        LLVMValueRef whole = LLVMGetPoison(struct);
        for (int i = 0; i < fields.size(); i++) {
          whole = insert(whole, i, fields.get(i), load(fields.get(i), builder.fieldAddress(struct, address, i), place));
        }
        yield whole;
      }
      case IrType.Int(int bits) when bits == 1 -> {
        LLVMValueRef truth = builder.load(types.i8, address);
        function.module.aliases.mark(truth, type, place);
        function.module.aliases.markTruth(truth);
        yield builder.cast(LLVMTrunc, truth, types.i1);
      }
      case IrType.Int _, IrType.Float _, IrType.Pointer _, IrType.Function _ -> {
        LLVMValueRef scalar = builder.load(types.type(type), address);
        function.module.aliases.mark(scalar, type, place);
        yield scalar;
      }
      case IrType.Struct _, IrType.Array _, IrType.Vector _ -> builder.load(types.type(type), address);
    };
  }

  LLVMValueRef store(IrOp.Store store) {
    LLVMValueRef address = function.emit(store.address());
    LLVMValueRef value = function.emit(store.value());
    if (builder.reachable()) {
      function.at(store.span());
      store(store.value().type(), value, address, place(store.address()));
    }
    return function.constants.unit();
  }

  private void store(IrType type, LLVMValueRef value, LLVMValueRef address, Place place) {
    switch (type) {
      case IrType.Unit _ -> {}
      case IrType.Struct(List<IrType> fields) when isSplit(type) -> {
        LLVMTypeRef struct = types.type(type);
        for (int i = 0; i < fields.size(); i++) {
          store(fields.get(i), builder.extract(value, i), builder.fieldAddress(struct, address, i), place);
        }
      }
      case IrType.Int(int bits) when bits == 1 ->
          function.module.aliases.mark(builder.store(builder.cast(LLVMZExt, value, types.i8), address), type, place);
      case IrType.Int _, IrType.Float _, IrType.Pointer _, IrType.Function _ ->
          function.module.aliases.mark(builder.store(value, address), type, place);
      case IrType.Struct _, IrType.Array _, IrType.Vector _ -> builder.store(value, address);
    }
  }

  /// Variables whose address is taken, and the cells of captured ones, are reached in other ways too.
  private Place place(IrOp address) {
    if (!(address instanceof IrOp.Address(IrOp base, IrType pointee, List<IrOp> path, var _))
        || base instanceof IrOp.VariableAddress) {
      return Place.UNKNOWN;
    }
    if (path.size() == 1) {
      return Place.ITEM;
    }
    return !(base instanceof IrOp.Address)
            && pointee instanceof IrType.Struct(List<IrType> fields)
            && fields.size() > 1
            && path.getFirst() instanceof IrOp.Constant(var _, Long first, var _)
            && first == 0
            && path.get(1) instanceof IrOp.Constant(var _, Long field, var _)
        ? new Place.Field(types.fieldOffset(types.type(pointee), field.intValue()))
        : Place.UNKNOWN;
  }

  private static boolean isSplit(IrType type) {
    return scalars(type) <= LARGEST_SPLIT;
  }

  private static int scalars(IrType type) {
    if (type instanceof IrType.Struct(List<IrType> fields)) {
      int count = 0;
      for (IrType field : fields) {
        count += scalars(field);
      }
      return count;
    }
    return 1;
  }

  LLVMValueRef address(IrOp.Address address) {
    LLVMValueRef base = function.emit(address.base());
    var path = new LLVMValueRef[address.path().size()];
    for (int i = 0; i < path.length; i++) {
      // Fields of structs are named by i32 constants.
      path[i] =
          i > 0 && address.path().get(i) instanceof IrOp.Constant(var _, Long index, var _)
              ? function.constants.i32(index)
              : function.emit(address.path().get(i));
    }
    if (!builder.reachable()) {
      return function.constants.poison(IrType.PTR);
    }
    function.at(address.span());
    return builder.address(types.type(address.pointee()), base, path);
  }

  LLVMValueRef makeStruct(IrOp.MakeStruct make) {
    LLVMValueRef[] fields = function.emitAll(make.fields());
    if (!builder.reachable()) {
      return function.constants.poison(make.type());
    }
    function.at(make.span());
    LLVMValueRef struct = LLVMGetPoison(types.type(make.type()));
    for (int i = 0; i < fields.length; i++) {
      struct = insert(struct, i, make.fields().get(i).type(), fields[i]);
    }
    return struct;
  }

  /// A field without bits stays poison: the selector of instructions without optimization dereferences null on a
  /// constant of which some of the empty members are poison and others are not.
  private LLVMValueRef insert(LLVMValueRef struct, int index, IrType type, LLVMValueRef field) {
    return isEmpty(type) ? struct : builder.insert(struct, field, index);
  }

  private static boolean isEmpty(IrType type) {
    return switch (type) {
      case IrType.Unit _ -> true;
      case IrType.Struct(List<IrType> fields) -> fields.stream().allMatch(MemoryEmitter::isEmpty);
      default -> false;
    };
  }

  LLVMValueRef extract(IrOp.Extract extract) {
    LLVMValueRef struct = function.emit(extract.struct());
    if (!builder.reachable()) {
      return function.constants.poison(extract.type());
    }
    function.at(extract.span());
    return builder.extract(struct, extract.index());
  }
}
