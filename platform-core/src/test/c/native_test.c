/// What needs the whole runtime: collector, threads, tracebacks. Compiled to bitcode and linked as a program is (native.sh).
/// Argument 1: an uncaught exception through recursion; 2: a fault in the guard area of the stack; 3: exit status 7.
#include "internal.h"

static const CjType base_type = {0, "BaseException", 0, 0}, value_type = {&base_type, "ValueError", 0, 0};
typedef struct {
  const CjType *type;
  int64_t number;
} Object;

static void *recent[64];
static volatile int result;

static void churn(void *data) {
  for (int i = 0; i < 300000; i++) {
    void **block = cj_alloc(40);
    for (int j = 0; j < 5; j++)
      if (block[j]) cj_fatal("memory is not zero");
    block[0] = recent[i & 63];
    recent[i & 63] = i % 50 ? block : 0;
  }
  __atomic_add_fetch((int64_t *)data, 1, __ATOMIC_SEQ_CST);
}

static void raise_value(int number) {
  Object *object = cj_alloc(sizeof *object);
  object->type = &value_type;
  object->number = number;
  cj_throw(object);
}

__attribute__((noinline)) static int descend(int n) {
  if (n == 0) raise_value(n);
  result = n;
  int below = descend(n - 1);
  result = below;
  return below + n;
}

__attribute__((noinline)) static int endless(int n) {
  volatile char room[200];
  room[0] = (char)n;
  int below = endless(n + 1);
  result = below;
  return below + room[0];
}

static int64_t list_length(void **list) {
  int64_t length = 0;
  for (; list; list = list[0]) length++;
  return length;
}

static int64_t finalized;
static void count_finalized(void *object, void *data) {
  (void)object;
  ++*(int64_t *)data;
}

static void test_collector(void) {
  void **list = 0;
  for (int i = 0; i < 200000; i++) {
    void **node = cj_alloc(16);
    node[0] = list;
    list = node;
    for (int j = 0; j < 20; j++) cj_set_finalizer(cj_alloc(i % 300 + 16), 0, 0);
    if (i % 1000 == 0) cj_set_finalizer(cj_alloc(32), count_finalized, &finalized);
  }
  cj_collect();
  cj_collect();
  cj_print_str(1, CJ_TEXT("list "));
  cj_print_int(1, list_length(list));
  cj_print_str(1, finalized > 100 ? CJ_TEXT(" finalizers run\n") : CJ_TEXT(" finalizers do not run\n"));
  CjStr text = CJ_EMPTY;
  for (int i = 0; i < 200000; i++) text = cj_str_concat(text, CJ_TEXT("abc"));
  CjStr copy = cj_str_concat(text, CJ_TEXT("x")), other = cj_str_concat(text, CJ_TEXT("y"));
  cj_print_int(1, cj_str_length(copy) + cj_str_code_at(copy, 600000) + cj_str_code_at(other, 600000));
  cj_print_code(1, '\n');
  Object *object = cj_alloc(sizeof *object), *clone;
  object->number = 5;
  clone = cj_clone(object);
  cj_print_int(1, clone != object && clone->number == 5);
  cj_print_code(1, '\n');
}

/// Texts that stay in use over many collections keep their content.
static void test_texts(void) {
  enum { KEPT = 5000 };
  CjStr *kept = cj_alloc(KEPT * sizeof *kept);
  int64_t *numbers = cj_alloc(KEPT * sizeof *numbers);
  int64_t wrong = 0, error;
  for (int64_t i = 0; i < 3000000; i++) {
    if (i % 100000 == 0) cj_collect();
    CjStr text = cj_int_str(i);
    if (i % 7 == 0) text = cj_str_concat(text, text);
    if (i % 31 == 0) text = cj_format_float((double)i, CJ_TEXT("30.3f"), &error);
    if (i % 1000 < 5) {
      int64_t slot = (i / 1000 * 5 + i % 1000) % KEPT;
      if (kept[slot].meta) {
        CjStr expected = cj_str_concat(cj_int_str(numbers[slot]), CJ_TEXT("/kept"));
        wrong += !cj_str_equal(kept[slot], expected);
      }
      numbers[slot] = i;
      kept[slot] = cj_str_concat(cj_int_str(i), CJ_TEXT("/kept"));
    }
  }
  cj_print_str(1, CJ_TEXT("wrong texts "));
  cj_print_int(1, wrong);
  cj_print_code(1, '\n');
}

static void test_threads(void) {
  int64_t done = 0, error;
  void *threads[4];
  for (int i = 0; i < 4; i++) threads[i] = cj_thread_start(churn, &done, &error);
  churn(&done);
  for (int i = 0; i < 4; i++) cj_thread_join(threads[i]);
  cj_print_str(1, CJ_TEXT("threads "));
  cj_print_int(1, done);
  cj_print_code(1, '\n');
}

void cj_main(void) {
  int64_t what = cj_argument_count() > 1 ? cj_int_parse(cj_argument(1), 10).value : 0;
  if (what == 1) cj_print_int(1, descend(20));
  if (what == 2) cj_print_int(1, endless(0));
  if (what == 3) cj_exit(7);
  test_collector();
  test_texts();
  test_threads();
}
