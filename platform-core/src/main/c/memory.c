/// Allocation over libgc, or over malloc when CJ_NO_GC is set (sanitizer builds of the tests).
#include "internal.h"

CJ_COLD __attribute__((noreturn)) void cj_out_of_memory(int64_t size) {
  char text[96];
  int length = snprintf(text, sizeof text, "MemoryError: cannot allocate %lld bytes\n", (long long)size);
  cj_flush_all();
  cj_write_fully(2, text, length);
  _exit(1);
}

#ifdef CJ_NO_GC

static void *checked(void *block, int64_t size) {
  if (!block) cj_out_of_memory(size);
  return block;
}

void *cj_alloc(int64_t size) { return checked(calloc(1, size ? size : 1), size); }
void *cj_alloc_atomic(int64_t size) { return checked(malloc(size ? size : 1), size); }
void *cj_alloc_uncollectable(int64_t size) { return cj_alloc(size); }
void *cj_realloc_atomic(void *block, int64_t size) { return checked(realloc(block, size ? size : 1), size); }
void *cj_realloc(void *block, int64_t size) { return block ? cj_realloc_atomic(block, size) : cj_alloc(size); }
void cj_free(void *block) { free(block); }
void cj_set_finalizer(void *object, void (*finalizer)(void *, void *), void *data) {
  (void)object, (void)finalizer, (void)data;
}
CjBool cj_many_threads(void) { return 0; }
void cj_memory_start(void) {}
void cj_thread_enter(void) {}
void cj_threads_begin(void) {}
void cj_collect(void) {}
int64_t cj_block_capacity(const void *inside, const uint8_t **base) {
  (void)inside;
  *base = 0;
  return 0;
}

#else

#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <sys/mman.h>

CJ_COLD static void *no_memory(size_t size) { cj_out_of_memory((int64_t)size); }

/// Free lists of the main thread, by 16-byte granules, refilled from the collector a page at a time; other threads
/// take libgc's own path. That halves the cost of a small allocation, because libgc's fast path has to find its
/// thread first. What lies on the lists is free for the collector: it cannot see the links of blocks without
/// pointers, so the lists are given up when a collection starts.
#define GRANULE 16
#define CLASSES 33
typedef struct {
  void *scanned[CLASSES];
  void *atomic[CLASSES];
} FreeLists;
static FreeLists free_lists;
/// More than one thread has ever run: the free lists above are out of use.
static int many_threads;

static void drop_free_lists(void) { memset(&free_lists, 0, sizeof free_lists); }

void cj_threads_begin(void) { many_threads = 1; }
CjBool cj_many_threads(void) { return (CjBool)many_threads; }

CJ_COLD static void *refill(void **list, size_t bytes, int kind) {
  void *first = 0;
  GC_generic_malloc_many(bytes, kind, &first);
  if (!first) cj_out_of_memory((int64_t)bytes);
  *list = *(void **)first;
  *(void **)first = 0;
  return first;
}

/// CODONJ_GC_STRESS=N in the environment: a collection at every N-th allocation, to find references that the collector
/// does not see. All allocations then take the slow way, so the usual one need not ask.
static int64_t stress_every, stress_count;

static void stress_start(void) {
  const char *every = getenv("CODONJ_GC_STRESS");
  stress_every = every ? strtoll(every, 0, 10) : 0;
  if (stress_every > 0) many_threads = 1;
}

static inline void stress(void) {
  if (CJ_UNLIKELY(stress_every > 0) && __atomic_add_fetch(&stress_count, 1, __ATOMIC_RELAXED) % stress_every == 0)
    GC_gcollect();
}

CJ_COLD static void *alloc_large(int64_t size) {
  if (size < 0) cj_out_of_memory(size);
  stress();
  void *block = GC_MALLOC((size_t)size);
  if (!block) cj_out_of_memory(size);
  return block;
}

CJ_COLD static void *alloc_large_atomic(int64_t size) {
  if (size < 0) cj_out_of_memory(size);
  stress();
  void *block = GC_MALLOC_ATOMIC((size_t)size);
  if (!block) cj_out_of_memory(size);
  return block;
}

/// One byte more than asked for, so that a pointer just past the end still keeps the block alive.
static inline size_t granules(int64_t size) { return ((size_t)size + GRANULE) / GRANULE; }

void *cj_alloc(int64_t size) {
  size_t index = granules(size);
  if (CJ_UNLIKELY((uint64_t)size >= (CLASSES - 1) * GRANULE || many_threads)) return alloc_large(size);
  void **list = &free_lists.scanned[index];
  void *block = *list;
  if (CJ_UNLIKELY(!block)) return refill(list, index * GRANULE, 1);
  *list = *(void **)block;
  *(void **)block = 0;
  return block;
}

void *cj_alloc_atomic(int64_t size) {
  size_t index = granules(size);
  if (CJ_UNLIKELY((uint64_t)size >= (CLASSES - 1) * GRANULE || many_threads)) return alloc_large_atomic(size);
  void **list = &free_lists.atomic[index];
  void *block = *list;
  if (CJ_UNLIKELY(!block)) return refill(list, index * GRANULE, 0);
  *list = *(void **)block;
  return block;
}

void *cj_alloc_uncollectable(int64_t size) {
  void *block = GC_MALLOC_UNCOLLECTABLE((size_t)size);
  if (!block) cj_out_of_memory(size);
  return block;
}

static void *resize(void *block, int64_t size) {
  if (size < 0) cj_out_of_memory(size);
  void *grown = GC_REALLOC(block, (size_t)size);
  if (!grown) cj_out_of_memory(size);
  return grown;
}

void *cj_realloc(void *block, int64_t size) { return block ? resize(block, size ? size : 1) : cj_alloc(size); }
void *cj_realloc_atomic(void *block, int64_t size) {
  return block ? resize(block, size ? size : 1) : cj_alloc_atomic(size);
}

/// Small blocks are left to the collector: giving them back one by one costs more than sweeping them.
void cj_free(void *block) {
  if (block && GC_size(block) > 2048) GC_FREE(block);
}

/// Blocks without pointers are of kind 0 in the collector.
void *cj_clone(void *block) {
  size_t size;
  int kind = GC_get_kind_and_size(block, &size);
  void *copy = kind == 0 ? cj_alloc_atomic((int64_t)size - 1) : cj_alloc((int64_t)size - 1);
  memcpy(copy, block, size);
  return copy;
}

void cj_set_finalizer(void *object, void (*finalizer)(void *, void *), void *data) {
  GC_REGISTER_FINALIZER_NO_ORDER(object, finalizer, data, 0, 0);
}

void cj_collect(void) { GC_gcollect(); }

void cj_collector_enable(int64_t on) {
  if (on && GC_is_disabled()) GC_enable();
  if (!on && !GC_is_disabled()) GC_disable();
}

int64_t cj_heap_size(void) { return (int64_t)GC_get_heap_size(); }
int64_t cj_heap_used(void) { return (int64_t)(GC_get_heap_size() - GC_get_free_bytes()); }

void cj_weak_set(void **slot, void *object) {
  if (*slot) GC_unregister_disappearing_link(slot);
  *slot = object ? (void *)GC_HIDE_POINTER(object) : 0;
  if (object) GC_general_register_disappearing_link(slot, object);
}

static void *reveal(void *slot) {
  void *hidden = *(void **)slot;
  return hidden ? GC_REVEAL_POINTER(hidden) : 0;
}

void *cj_weak_get(void **slot) { return GC_call_with_alloc_lock(reveal, slot); }

/// Whole block around an address: its size, and its start in *base; 0 for memory that is not the collector's.
int64_t cj_block_capacity(const void *inside, const uint8_t **base) {
  void *start = GC_base((void *)(uintptr_t)inside);
  *base = start;
  return start ? (int64_t)GC_size(start) : 0;
}

static __thread int8_t registered;
void cj_thread_enter(void) {
  if (registered) return;
  registered = 1;
  many_threads = 1;
  struct GC_stack_base base;
  GC_get_stack_base(&base);
  GC_register_my_thread(&base);
}

/// What this process may use: physical memory or the limit of its control group.
static int64_t available_memory(void) {
  int64_t bytes = (int64_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
  char text[32];
  int descriptor = open("/sys/fs/cgroup/memory.max", O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    ssize_t length = read(descriptor, text, sizeof text - 1);
    close(descriptor);
    if (length > 0) {
      text[length] = 0;
      int64_t limit = strtoll(text, 0, 10);
      if (limit > 0 && limit < bytes) bytes = limit;
    }
  }
  return bytes;
}

int64_t cj_memory_available;

/// The first heap: large enough that the first collections find something to collect, small enough that programs
/// which drop what they allocate (rows of a table, temporary lists) keep reusing memory that is in the cache.
/// Measured, wall seconds for short-lived binary trees and for rows of 40 KB in an edit distance: 0.18 and 0.08 from
/// 32 MB, 0.21 and 0.07 from 16 MB, while 128 MB took 0.07 to 0.35 for either, most of it the kernel's for new pages.
#define LARGEST_FIRST_HEAP (16l << 20)
void cj_memory_start(void) {
  cj_memory_available = available_memory();
  registered = 1;
  GC_set_warn_proc(GC_ignore_warn_proc);
  GC_set_oom_fn(no_memory);
  GC_set_finalize_on_demand(0);
  GC_set_start_callback(drop_free_lists);
  GC_INIT();
  GC_allow_register_threads();
  int64_t heap = cj_memory_available / 32;
  if (heap > LARGEST_FIRST_HEAP) heap = LARGEST_FIRST_HEAP;
  GC_expand_hp((size_t)heap);
  GC_set_free_space_divisor(1);
  stress_start();
}

#endif

void cj_move(void *to, const void *from, int64_t bytes) { memmove(to, from, (size_t)bytes); }
