package io.codonj.api.ir;

/// Names of the operations by name that the back end must know. Argument and result types are given in the text;
/// `types` are the type parameters of [IrOp.Intrinsic].
public final class Intrinsics {
  private Intrinsics() {}

  /// `allocate[T]() -> ptr`: a collected, zeroed object of the size of T.
  public static final String ALLOCATE = "allocate";

  /// `allocate_array[T](count: i64) -> ptr`: `count` elements, zeroed unless they hold no pointers.
  public static final String ALLOCATE_ARRAY = "allocate_array";

  /// `reallocate_array[T](old: ptr, old_count: i64, count: i64) -> ptr`.
  public static final String REALLOCATE_ARRAY = "reallocate_array";

  /// `stack_allocate[T](count: i64) -> ptr`, released when the function returns.
  public static final String STACK_ALLOCATE = "stack_allocate";

  /// `size_of[T]() -> i64`.
  public static final String SIZE_OF = "size_of";

  /// `copy_memory(to: ptr, from: ptr, bytes: i64)`, `move_memory` (may overlap), `fill_memory(to, byte: i8, bytes)`.
  public static final String COPY_MEMORY = "copy_memory";

  public static final String MOVE_MEMORY = "move_memory";
  public static final String FILL_MEMORY = "fill_memory";

  /// `throw(exception: ptr)`: never returns.
  public static final String THROW = "throw";

  /// `inline_llvm[types…](text: data, parameters…)`: a function body in LLVM's text form. The text's first line names
  /// the parameters; in the others `{=N}` stands for the N-th type.
  public static final String INLINE_LLVM = "inline_llvm";

  /// `unreachable()`.
  public static final String UNREACHABLE = "unreachable";

  /// `expect(condition: i1, likely: i1) -> i1`.
  public static final String EXPECT = "expect";

  /// `llvm.NAME[types](…)`: any LLVM intrinsic; `types` are its overloaded types (`llvm.sqrt[f64](x)`,
  /// `llvm.sadd.with.overflow[i64](a, b) -> {i64, i1}`).
  public static final String LLVM_PREFIX = "llvm.";

  /// Generator operations carry the three types of [IrFunction.Generator] (yielded, received, returned).
  /// `generator_resume[Y, S, R](handle: ptr) -> i1`: runs to the next yield; false when the generator has ended.
  public static final String GENERATOR_RESUME = "generator_resume";

  /// `generator_value[Y, S, R](handle) -> Y`: the value last yielded.
  public static final String GENERATOR_VALUE = "generator_value";

  /// `generator_send[Y, S, R](handle, value: S)`: stores what the pending yield is to return.
  public static final String GENERATOR_SEND = "generator_send";

  /// `generator_throw[Y, S, R](handle, exception: ptr)`: the pending yield raises on the next resume.
  public static final String GENERATOR_THROW = "generator_throw";

  /// `generator_result[Y, S, R](handle) -> R`: the returned value, once ended.
  public static final String GENERATOR_RESULT = "generator_result";

  /// `generator_done[Y, S, R](handle) -> i1`: ended, by return or by an exception.
  public static final String GENERATOR_DONE = "generator_done";

  /// `generator_started[Y, S, R](handle) -> i1`: resumed at least once.
  public static final String GENERATOR_STARTED = "generator_started";

  /// `generator_destroy(handle)`: releases the frame.
  public static final String GENERATOR_DESTROY = "generator_destroy";

  /// `atomic_add[T](address, value) -> T` and the like are spelt `atomic_OP`.
  public static final String ATOMIC_PREFIX = "atomic_";
}
