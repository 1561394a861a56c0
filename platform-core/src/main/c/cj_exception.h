/// Exceptions: Itanium unwinding with a personality of our own.
///
/// Exception objects are ordinary class instances: the first word points to their CjType. A landing pad names
/// CjType symbols (null = catch all); an instance matches when the named type is among its ancestors.
///
/// Landing pads:
///   finally, __exit__ without suppression   `cleanup`, ends with LLVM `resume`
///   except                                  `catch @Type`: object = cj_exception_object(e), then cj_exception_end(e)
///   `raise` after a match                   cj_rethrow(object) or cj_throw(object), never `resume`
#ifndef CJ_EXCEPTION_H
#define CJ_EXCEPTION_H

__attribute__((noreturn, cold)) void cj_throw(void *object);
/// `raise` without an object: the traceback shows this frame with the line of its call only.
__attribute__((noreturn, cold)) void cj_rethrow(void *object);
/// The object that an unwinder exception carries; null for one that another language raised.
void *cj_exception_object(void *unwind_exception) CJ_NOTHROW;
/// Releases the unwinder's record after the object was taken out.
void cj_exception_end(void *unwind_exception) CJ_NOTHROW;

/// Whether `type` is `ancestor` or derived from it.
CjBool cj_type_is(const CjType *type, const CjType *ancestor) CJ_PURE;
CjBool cj_is_instance(const void *object, const CjType *type) CJ_PURE;
CjStr cj_type_name(const CjType *type) CJ_NOTHROW;

/// `Traceback (most recent call last):` and the frames of the exception raised last on this thread, ending in a
/// newline; empty when there was none. The frames of an exception that is raised again come together.
CjStr cj_traceback_text(void);
/// The same for one of the last four exceptions of this thread; empty for others.
CjStr cj_traceback_of(void *object);
void *cj_last_exception(void);
/// The frames of the running thread in the same form, without the first line.
CjStr cj_stack_text(void);

/// Provided by the compiled library: str() of an exception.
__attribute__((weak)) CjStr cj_exception_text(void *object);
/// Prints the message of an uncaught exception (the runtime has printed the traceback), or that of a SystemExit if it
/// has one, and returns the exit status of the program.
__attribute__((weak)) int64_t cj_report_uncaught(void *object);
/// Prints a group of exceptions with all tracebacks, and returns the exit status; -1 when it is another exception.
__attribute__((weak)) int64_t cj_report_group(void *object);
/// `__cause__`, and `__context__` unless it is suppressed; null when there is none. With these the tracebacks of
/// earlier exceptions are printed, too.
__attribute__((weak)) void *cj_exception_cause(void *object);
__attribute__((weak)) void *cj_exception_context(void *object);
/// Status of a SystemExit, or -1 when the object is another exception.
__attribute__((weak)) int64_t cj_system_exit_status(void *object);
/// Raises RecursionError in the frame that overflowed.
__attribute__((weak, noreturn)) void cj_raise_recursion_error(void);

/// Lowest stack address that a program function may use on this thread.
extern __thread uintptr_t cj_stack_limit;
/// First thing in a recursive function: raises RecursionError, catchable, when the stack is used up.
void cj_stack_check(void);
__attribute__((noreturn)) CJ_COLD void cj_stack_overflow(void);

#endif
