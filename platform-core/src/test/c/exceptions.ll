; Raising, finally, handlers of base classes and of others, and what nobody catches. Run by native.sh: without an
; argument everything is caught; with one an exception reaches the top; with two the stack overflows; with three an
; exception reaches the top without frames of C in between.
target triple = "x86_64-unknown-linux-gnu"

%Type = type { ptr, ptr, i64, ptr }
%Instance = type { ptr, i64 }

@base.name = private constant [14 x i8] c"BaseException\00"
@value.name = private constant [11 x i8] c"ValueError\00"
@key.name = private constant [9 x i8] c"KeyError\00"
@both.name = private constant [5 x i8] c"Both\00"
@Base = constant %Type { ptr null, ptr @base.name, i64 0, ptr null }
@Value = constant %Type { ptr @Base, ptr @value.name, i64 0, ptr null }
@Key = constant %Type { ptr @Base, ptr @key.name, i64 0, ptr null }
@both.ancestors = private constant [4 x ptr] [ptr @Both, ptr @Value, ptr @Key, ptr @Base]
@Both = constant %Type { ptr @Value, ptr @both.name, i64 4, ptr @both.ancestors }
@a.value = global %Instance { ptr @Value, i64 1 }
@both = global %Instance { ptr @Both, i64 2 }
@finally = private constant [8 x i8] c"finally "

declare void @cj_throw(ptr) noreturn
declare i32 @cj_personality(...)
declare ptr @cj_exception_object(ptr)
declare void @cj_exception_end(ptr)
declare void @cj_print_int(i64, i64)
declare void @cj_print_code(i64, i64)
declare void @cj_print_str(i64, ptr, i64)
declare i64 @cj_argument_count()
declare void @cj_stack_check()
declare i32 @llvm.eh.typeid.for.p0(ptr)

define i64 @raise(ptr %object) noinline uwtable {
  call void @cj_throw(ptr %object)
  unreachable
}

; try: raise(object)  finally: print("finally ")
define i64 @with_finally(ptr %object) noinline uwtable personality ptr @cj_personality {
  %r = invoke i64 @raise(ptr %object) to label %ok unwind label %pad
ok:
  ret i64 %r
pad:
  %l = landingpad { ptr, i32 } cleanup
  call void @cj_print_str(i64 1, ptr @finally, i64 32)
  resume { ptr, i32 } %l
}

; except Key: 7, with the object's number added; other exceptions pass
define i64 @catch_key(ptr %object) noinline uwtable personality ptr @cj_personality {
  %r = invoke i64 @with_finally(ptr %object) to label %ok unwind label %pad
ok:
  ret i64 %r
pad:
  %l = landingpad { ptr, i32 } catch ptr @Key
  %e = extractvalue { ptr, i32 } %l, 0
  %selector = extractvalue { ptr, i32 } %l, 1
  %id = call i32 @llvm.eh.typeid.for.p0(ptr @Key)
  %is = icmp eq i32 %selector, %id
  br i1 %is, label %key, label %other
key:
  %o = call ptr @cj_exception_object(ptr %e)
  call void @cj_exception_end(ptr %e)
  %at = getelementptr %Instance, ptr %o, i64 0, i32 1
  %n = load i64, ptr %at
  %sum = add i64 %n, 7
  ret i64 %sum
other:
  resume { ptr, i32 } %l
}

; except Base: -1
define i64 @catch_base(ptr %object) noinline uwtable personality ptr @cj_personality {
  %r = invoke i64 @catch_key(ptr %object) to label %ok unwind label %pad
ok:
  ret i64 %r
pad:
  %l = landingpad { ptr, i32 } catch ptr @Base
  %e = extractvalue { ptr, i32 } %l, 0
  call void @cj_exception_end(ptr %e)
  ret i64 -1
}

; through a frame of C that has a cleanup of its own: libgcc unwinds
declare void @through_c(ptr, ptr)
define void @raise_again(ptr %object) noinline uwtable {
  %r = call i64 @with_finally(ptr %object)
  ret void
}
define i64 @catch_through(ptr %object) noinline uwtable personality ptr @cj_personality {
  invoke void @through_c(ptr @raise_again, ptr %object) to label %ok unwind label %pad
ok:
  ret i64 0
pad:
  %l = landingpad { ptr, i32 } catch ptr @Key catch ptr @Value
  %e = extractvalue { ptr, i32 } %l, 0
  %selector = extractvalue { ptr, i32 } %l, 1
  %id = call i32 @llvm.eh.typeid.for.p0(ptr @Value)
  %is = icmp eq i32 %selector, %id
  %n = zext i1 %is to i64
  call void @cj_exception_end(ptr %e)
  ret i64 %n
}

define i64 @deep(i64 %n) noinline uwtable {
  call void @cj_stack_check()
  %m = add i64 %n, 1
  %r = call i64 @deep(i64 %m)
  %s = mul i64 %r, %n
  %t = xor i64 %s, %n
  ret i64 %t
}

define void @cj_main() uwtable {
  %a = call i64 @catch_base(ptr @a.value)
  call void @cj_print_int(i64 1, i64 %a)
  call void @cj_print_code(i64 1, i64 10)
  %b = call i64 @catch_base(ptr @both)
  call void @cj_print_int(i64 1, i64 %b)
  call void @cj_print_code(i64 1, i64 10)
  %t = call i64 @catch_through(ptr @a.value)
  call void @cj_print_int(i64 1, i64 %t)
  call void @cj_print_code(i64 1, i64 10)
  br label %again
again:
  %i = phi i64 [ 0, %0 ], [ %j, %again ]
  %c = call i64 @catch_loop(ptr @a.value)
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, 100000
  br i1 %more, label %again, label %done
done:
  %count = call i64 @cj_argument_count()
  switch i64 %count, label %end [ i64 2, label %uncaught i64 3, label %overflow i64 4, label %plain ]
uncaught:
  call void @through_c(ptr @raise_again, ptr @a.value)
  ret void
plain:
  %p = call i64 @with_finally(ptr @a.value)
  ret void
overflow:
  %d = call i64 @deep(i64 1)
  call void @cj_print_int(i64 1, i64 %d)
  ret void
end:
  ret void
}

define i64 @catch_loop(ptr %object) noinline uwtable personality ptr @cj_personality {
  %r = invoke i64 @raise(ptr %object) to label %ok unwind label %pad
ok:
  ret i64 %r
pad:
  %l = landingpad { ptr, i32 } catch ptr null
  %e = extractvalue { ptr, i32 } %l, 0
  call void @cj_exception_end(ptr %e)
  ret i64 0
}
