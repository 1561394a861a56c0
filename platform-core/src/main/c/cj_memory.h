/// Memory. Every allocation of a program goes through these functions, so that another collector can take
/// the place of libgc. Running out of memory prints a MemoryError and ends the program.
#ifndef CJ_MEMORY_H
#define CJ_MEMORY_H

/// Zeroed memory in which the collector looks for pointers.
void *cj_alloc(int64_t size) __attribute__((malloc, alloc_size(1), returns_nonnull, nothrow));
/// Memory that never holds pointers; its content is undefined.
void *cj_alloc_atomic(int64_t size) __attribute__((malloc, alloc_size(1), returns_nonnull, nothrow));
/// Zeroed, scanned, and kept until cj_free.
void *cj_alloc_uncollectable(int64_t size) __attribute__((malloc, alloc_size(1), returns_nonnull, nothrow));
/// Keeps the content and whether the block is scanned; grown parts of scanned blocks are zero. NULL allocates scanned.
void *cj_realloc(void *block, int64_t size) CJ_NOTHROW;
/// As cj_realloc, but NULL allocates a block without pointers.
void *cj_realloc_atomic(void *block, int64_t size) CJ_NOTHROW;
/// An optional hint; a block that is never freed is collected.
void cj_free(void *block) CJ_NOTHROW;

/// Copies `count` elements of `size` bytes; the ranges may overlap.
void cj_move(void *to, const void *from, int64_t bytes) CJ_NOTHROW;

/// A shallow copy of the block at an address that cj_alloc or cj_alloc_atomic gave.
void *cj_clone(void *block) CJ_NOTHROW;

void cj_set_finalizer(void *object, void (*finalizer)(void *object, void *data), void *data);
void cj_collect(void);
void cj_collector_enable(int64_t on);
int64_t cj_heap_size(void) CJ_NOTHROW;
int64_t cj_heap_used(void) CJ_NOTHROW;
/// A word that holds the address of a GC object without keeping it alive; set to 0 when the object is collected.
void cj_weak_set(void **slot, void *object);
void *cj_weak_get(void **slot);

/// Whether more than one thread has ever run.
CjBool cj_many_threads(void) CJ_NOTHROW;
/// The main thread calls this before it lets other code start threads (OpenMP); cj_thread_start does so itself.
void cj_threads_begin(void) CJ_NOTHROW;
/// First statement of code that runs on a thread which the runtime did not start (OpenMP bodies).
void cj_thread_enter(void) CJ_NOTHROW;

void cj_memory_start(void);
CJ_COLD __attribute__((noreturn)) void cj_out_of_memory(int64_t size);

#endif
