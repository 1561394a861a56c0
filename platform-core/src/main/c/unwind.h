/// Unwinding of our own exceptions: what exception.c and the frame reader share.
#ifndef CJ_UNWIND_H
#define CJ_UNWIND_H

#include "internal.h"
#define HIDE_EXPORTS /// lets _Unwind_Resume be ours alone
#include <unwind.h>

#define CJ_CLASS 0x434f444f4e4a0000ull

/// The unwinder's view of one raise.
typedef struct CjRecord {
  struct _Unwind_Exception unwind;
  void *object;
  uintptr_t hidden;      /// return address that the traceback leaves out, or 0
  struct CjRecord *next; /// in the pool
  uint8_t forced;        /// nobody catches it: only cleanups run
  uint8_t foreign;       /// left to libgcc, because frames of other languages are in between
} CjRecord;

/// Callee-saved registers of a frame at a call: the stack pointer after the return, and the return address.
typedef struct {
  uintptr_t rbx, rbp, r12, r13, r14, r15, rsp, pc;
} CjRegisters;

/// The place in a function's exception table for an address.
typedef struct {
  uintptr_t pad;
  const uint8_t *action, *types;
  uint8_t type_encoding;
} CjCallSite;
/// A clause of a landing pad: the selector when the type matches; null matches all.
typedef struct {
  const CjType *type;
  int64_t selector;
} CjHandler;

/// How to get from a return address to the caller's frame, and what the frame does about exceptions. Made once for
/// each return address that an exception ever passes.
typedef struct CjFrame {
  uintptr_t pc;
  struct CjFrame *next;
  int32_t cfa_offset;
  uint8_t cfa_from_rbp;
  uint8_t usable;      /// 0: only libgcc can walk over this frame
  uint8_t has_cleanup;   /// the landing pad wants to run whatever is raised
  uint8_t handler_count; /// CJ_MANY_HANDLERS: not copied, see `site`
  int16_t saved[6];      /// rbx, rbp, r12..r15 relative to the CFA in words; 0: not saved
  uintptr_t pad;         /// landing pad, or 0
  CjHandler handlers[3];
  CjCallSite site;
} CjFrame;
#define CJ_MANY_HANDLERS 255

const CjFrame *cj_frame_at(uintptr_t return_address);

CjCallSite cj_call_site(const uint8_t *table, uintptr_t function, uintptr_t address);
/// The selector of the first matching handler, else 0; *cleanup tells whether there is something to run anyway.
int64_t cj_select_handler(const uint8_t *action, const uint8_t *types, uint8_t type_encoding, const CjType *raised,
                          int forced, int *cleanup);

/// Copies the handlers of a call site; their number, or CJ_MANY_HANDLERS when there is no room.
int cj_copy_handlers(const CjCallSite *site, CjHandler *handlers, int room, uint8_t *has_cleanup);

uint64_t cj_read_uleb(const uint8_t **at);
int64_t cj_read_sleb(const uint8_t **at);
/// A pointer in a DW_EH_PE_ encoding; data_base is what data-relative ones start from.
uintptr_t cj_read_encoded(const uint8_t **at, uint8_t encoding, uintptr_t data_base);

_Unwind_Reason_Code cj_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                   struct _Unwind_Exception *exception, struct _Unwind_Context *context);
/// Raises; returns only when libgcc has to do it.
void cj_unwind_begin(CjRecord *record);
/// Ends the thread's guarded run with an exception that nobody catches, noting its frames.
_Unwind_Reason_Code cj_forced_stop(int version, _Unwind_Action actions, _Unwind_Exception_Class kind,
                                   struct _Unwind_Exception *exception, struct _Unwind_Context *context, void *data);

#endif
