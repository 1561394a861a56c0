/// The hop from the typed program to IR: `Lowering.lower(TypedModule) → IrModule`. It cannot fail; what does not
/// fit is a [io.codonj.api.diagnostic.CompilerBug].
///
/// Only what the entry and exported functions reach is lowered. Names come from content: functions keep their
/// instance names, the rest is `typeinfo:CLASS`, `ancestors:CLASS`, `adapter:INSTANCE as CALLABLE` and
/// `GLOBAL.bound`. Temporaries are `%.tN`.
///
/// | semantic type | machine type |
/// |---|---|
/// | `int`, `bool`, `float`, `float32`, `Int[N]`, `UInt[N]`, `byte` | `i64`, `i1`, `f64`, `f32`, `iN`, `iN`, `i8` |
/// | `str`; `bytes` | `{ptr data, i64 length << 2 \| kind}`; `{ptr data, i64 length}` |
/// | `None`, classes and modules as values | `unit` |
/// | tuples and value classes | struct of the elements |
/// | reference class, `Generator[T]`, `Ptr[T]` | `ptr` |
/// | object in memory | `{ptr typeinfo (if the class has a header), fields…}` |
/// | `T \| None`, T a reference class or generator | `ptr`, null for `None` |
/// | `T \| None` otherwise | `{i1 present, T}` |
/// | union | `{i64 tag, [N x i64] payload}`, tag = place among the sorted members |
/// | function value | struct of its captures, `ptr` for cells |
/// | `Callable` | `{ptr code, ptr environment}`; the code takes the environment first |
/// | class descriptor | `{ptr parent, ptr name, i64 ancestor count or 0, ptr ancestors}` |
///
/// A captured variable that is rebound lives in a heap cell `{T}`; the function that owns it keeps a pointer, and
/// closures receive it. A variable that may be unbound has a flag beside it (`x.bound`, or in the cell: `{T, i1}`)
/// that reads check; owner and closures must agree that it may. Unit is the type of the empty sequence.
///
/// C functions are declared with these types, without unit; the back end takes structs apart and widens truth
/// values as C wants them. A union's payload and reinterpreted values go through variables, of which one side is
/// always read or written as a whole: accesses by scalar type may be taken not to overlap when the types differ.
///
/// The variable of [io.codonj.api.ir.IrOp.ForRange] is assigned from a hidden counter: assigning to it in the body
/// does not disturb the loop, and after the loop it holds the last value. `@llvm` functions become the intrinsic
/// `inline_llvm[types…](text, parameters…)`.
@NullMarked
package io.codonj.core.lower;

import org.jspecify.annotations.NullMarked;
