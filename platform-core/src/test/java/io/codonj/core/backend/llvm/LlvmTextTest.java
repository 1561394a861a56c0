package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The LLVM text of a few shapes, as emitted.
class LlvmTextTest {
  private final Ir ir = new Ir();

  /// The definition of one function without places and attribute groups.
  private String text(String function) {
    String module = Programs.text(ir.module(ir.sequence()), Programs.release());
    int start = module.indexOf("define", module.lastIndexOf('\n', module.indexOf(" @" + function + "(")));
    return module
        .substring(start, module.indexOf("\n}", start) + 3)
        .replaceAll(", !dbg !\\d+", "")
        .replaceAll(" !dbg !\\d+", "")
        .replaceAll(", !(tbaa|range) !\\d+", ", !$1")
        .replaceAll(" #\\d+", "")
        .replaceAll(" +; preds = .*", "");
  }

  @Test
  void recursion() {
    var n = Ir.parameter("n", IrType.I64);
    ir.define(
        "fib", IrType.I64, List.of(n),
        ir.sequence(
            ir.choose(ir.less(ir.get(n), ir.i64(2)), ir.leave(ir.get(n))),
            ir.leave(
                ir.add(
                    ir.call("fib", IrType.I64, ir.subtract(ir.get(n), ir.i64(1))),
                    ir.call("fib", IrType.I64, ir.subtract(ir.get(n), ir.i64(2)))))));
    assertThat(text("fib"))
        .isEqualTo(
            """
            define internal i64 @fib(i64 %0) {
            entry:
              %n = alloca i64, align 8
              br label %start

            start:
              store i64 %0, ptr %n, align 8
              call void @cj_stack_check()
              %1 = load i64, ptr %n, align 8
              %2 = icmp slt i64 %1, 2
              br i1 %2, label %then, label %else

            then:
              %3 = load i64, ptr %n, align 8
              ret i64 %3

            else:
              br label %after

            after:
              %4 = load i64, ptr %n, align 8
              %5 = sub i64 %4, 1
              %6 = call i64 @fib(i64 %5)
              %7 = load i64, ptr %n, align 8
              %8 = sub i64 %7, 2
              %9 = call i64 @fib(i64 %8)
              %10 = add i64 %6, %9
              ret i64 %10
            }
            """);
  }

  @Test
  void finallyAfterHandler() {
    String key = ir.type("Key", null);
    ir.declare("risky", IrType.I64, List.of());
    ir.declare("tidy", IrType.UNIT, List.of(), "nounwind");
    ir.define(
        "f", IrType.I64, List.of(),
        ir.sequence(
            ir.attemptFinally(
                ir.leave(ir.call("risky")), ir.call("tidy"), ir.handler(List.of(key), ir.leave(ir.i64(1))))));
    assertThat(text("f"))
        .isEqualTo(
            """
            define internal i64 @f() personality ptr @cj_personality {
            entry:
              %exception = alloca ptr, align 8
              %selector = alloca i32, align 4
              %caught = alloca ptr, align 8
              br label %start

            start:
              %0 = invoke i64 @risky()
                      to label %next unwind label %landing

            landing:
              %1 = landingpad { ptr, i32 }
                      cleanup
                      catch ptr @"typeinfo:Key"
              %2 = extractvalue { ptr, i32 } %1, 0
              %3 = extractvalue { ptr, i32 } %1, 1
              store ptr %2, ptr %exception, align 8
              store i32 %3, ptr %selector, align 4
              br label %dispatch

            dispatch:
              %4 = load ptr, ptr %exception, align 8
              %5 = load i32, ptr %selector, align 4
              %6 = call i32 @llvm.eh.typeid.for.p0(ptr @"typeinfo:Key")
              %7 = icmp eq i32 %5, %6
              br i1 %7, label %handler, label %dispatch.next

            next:
              call void @tidy()
              ret i64 %0

            handler:
              %8 = call ptr @cj_exception_object(ptr %4)
              call void @cj_exception_end(ptr %4)
              store ptr %8, ptr %caught, align 8
              call void @tidy()
              ret i64 1

            dispatch.next:
              br label %dispatch1

            dispatch1:
              %9 = load ptr, ptr %exception, align 8
              %10 = load i32, ptr %selector, align 4
              call void @tidy()
              store ptr %9, ptr %exception, align 8
              store i32 %10, ptr %selector, align 4
              br label %resume

            resume:
              %11 = load ptr, ptr %exception, align 8
              %12 = insertvalue { ptr, i32 } poison, ptr %11, 0
              %13 = load i32, ptr %selector, align 4
              %14 = insertvalue { ptr, i32 } %12, i32 %13, 1
              resume { ptr, i32 } %14
            }
            """);
  }

  @Test
  void structsInMemoryAreMovedFieldByField() {
    var pair = IrType.Struct.of(IrType.BOOL, IrType.F64);
    var p = Ir.parameter("p", IrType.PTR);
    ir.define("swap", IrType.UNIT, List.of(p), ir.store(ir.get(p), ir.load(pair, ir.get(p))));
    assertThat(text("swap"))
        .contains(
            """
              %3 = getelementptr inbounds nuw { i1, double }, ptr %2, i32 0, i32 0
              %4 = load i8, ptr %3, align 1, !tbaa, !range
              %5 = trunc i8 %4 to i1
            """)
        .contains("load double, ptr %7, align 8, !tbaa")
        .contains("store double");
  }

  @Test
  void generatorIsACoroutine() {
    ir.generator(
        "g", new IrFunction.Generator(IrType.I64, IrType.UNIT, IrType.UNIT), List.of(), ir.yield(ir.i64(1)));
    assertThat(text("g"))
        .contains("%promise = alloca { ptr, i8, i64, {}, {} }, align 16")
        .contains("call token @llvm.coro.id(i32 0, ptr %promise, ptr null, ptr null)")
        .contains("call ptr @cj_alloc(i64")
        .contains("call i8 @llvm.coro.suspend(token none, i1 false)")
        .contains("call i8 @llvm.coro.suspend(token none, i1 true)")
        .contains("call void @cj_free(ptr");
  }
}
