/// Reads .eh_frame for one return address at a time and remembers the result: walking over a frame that was seen
/// before takes a few nanoseconds, where libgcc interprets the tables again each time.
#include "unwind.h"
#include <dlfcn.h>
#include <link.h>

#define BUCKETS 4096
static CjFrame *buckets[BUCKETS];

enum { RBX = 3, RBP = 6, RSP = 7, R12 = 12, R15 = 15, RA = 16, COLUMNS = 17 };

typedef struct {
  int64_t cfa_register, cfa_offset;
  int64_t offset[COLUMNS]; /// relative to the CFA
  uint8_t saved[COLUMNS];
} Rules;

typedef struct {
  const uint8_t *instructions, *end; /// of the common part
  uint64_t code_factor;
  int64_t data_factor;
  uint8_t lsda_encoding, fde_encoding, usable;
  uintptr_t personality;
} Common;

typedef struct {
  const uint8_t *instructions, *end;
  uintptr_t start, length, lsda;
} Function;

/// Entry of a function in the sorted table of .eh_frame_hdr; null when there is none.
static const uint8_t *find_entry(const uint8_t *header, uintptr_t address) {
  if (header[0] != 1 || header[3] != 0x3b) return 0; /* table of pairs of 32-bit offsets from the header */
  const uint8_t *at = header + 4;
  cj_read_encoded(&at, header[1], (uintptr_t)header);
  uintptr_t count = cj_read_encoded(&at, header[2], (uintptr_t)header);
  if (!count) return 0;
  const int32_t *table = (const int32_t *)at;
  int64_t wanted = (int64_t)(address - (uintptr_t)header);
  uintptr_t low = 0, high = count;
  while (high - low > 1) {
    uintptr_t middle = (low + high) / 2;
    if (table[2 * middle] <= wanted) low = middle;
    else high = middle;
  }
  return table[2 * low] <= wanted ? header + table[2 * low + 1] : 0;
}

static Common read_common(const uint8_t *at) {
  Common common = {.lsda_encoding = 0xff, .usable = 1};
  uint32_t length;
  memcpy(&length, at, 4);
  common.end = at + 4 + length;
  at += 8;
  uint8_t version = *at++;
  const char *augmentation = (const char *)at;
  at += strlen(augmentation) + 1;
  common.code_factor = cj_read_uleb(&at);
  common.data_factor = cj_read_sleb(&at);
  uint64_t return_column = version == 1 ? *at++ : cj_read_uleb(&at);
  if (length == 0xffffffff || return_column != RA || augmentation[0] != 'z') common.usable = 0;
  if (!common.usable) return common;
  uint64_t size = cj_read_uleb(&at);
  common.instructions = at + size;
  for (const char *letter = augmentation + 1; *letter; letter++) {
    if (*letter == 'R') common.fde_encoding = *at++;
    else if (*letter == 'L') common.lsda_encoding = *at++;
    else if (*letter == 'P') {
      uint8_t encoding = *at++;
      common.personality = cj_read_encoded(&at, encoding, 0);
    } else {
      common.usable = 0; /* signal frames among others */
      break;
    }
  }
  return common;
}

static Function read_function(const uint8_t *at, const Common *common) {
  Function function = {0};
  uint32_t length;
  memcpy(&length, at, 4);
  function.end = at + 4 + length;
  at += 8;
  function.start = cj_read_encoded(&at, common->fde_encoding, 0);
  function.length = cj_read_encoded(&at, common->fde_encoding & 0x0f, 0);
  uint64_t size = cj_read_uleb(&at);
  function.instructions = at + size;
  if (common->lsda_encoding != 0xff) function.lsda = cj_read_encoded(&at, common->lsda_encoding, 0);
  return function;
}

static void save(Rules *rules, uint64_t column, int64_t offset) {
  if (column >= COLUMNS) return;
  rules->saved[column] = 1;
  rules->offset[column] = offset;
}

/// Runs call frame instructions up to the row of `target`; 0 when one is beyond this reader.
static int run_rules(const uint8_t *at, const uint8_t *end, const Common *common, uintptr_t location, uintptr_t target,
               Rules *rules, const Rules *initial) {
  Rules stack[8];
  int depth = 0;
  while (at < end && location <= target) {
    uint8_t byte = *at++;
    uint64_t low = byte & 0x3f, column;
    switch (byte & 0xc0) {
      case 0x40: location += low * common->code_factor; continue;
      case 0x80: save(rules, low, (int64_t)cj_read_uleb(&at) * common->data_factor); continue;
      case 0xc0:
        if (low < COLUMNS) rules->saved[low] = initial->saved[low], rules->offset[low] = initial->offset[low];
        continue;
      default: break;
    }
    switch (byte) {
      case 0x00: break;
      case 0x02: location += *at++ * common->code_factor; break;
      case 0x03: { uint16_t delta; memcpy(&delta, at, 2); at += 2; location += delta * common->code_factor; break; }
      case 0x04: { uint32_t delta; memcpy(&delta, at, 4); at += 4; location += delta * common->code_factor; break; }
      case 0x05: column = cj_read_uleb(&at); save(rules, column, (int64_t)cj_read_uleb(&at) * common->data_factor); break;
      case 0x11: column = cj_read_uleb(&at); save(rules, column, cj_read_sleb(&at) * common->data_factor); break;
      case 0x06:
        column = cj_read_uleb(&at);
        if (column < COLUMNS) rules->saved[column] = initial->saved[column], rules->offset[column] = initial->offset[column];
        break;
      case 0x08:
        column = cj_read_uleb(&at);
        if (column < COLUMNS) rules->saved[column] = 0;
        break;
      case 0x0a:
        if (depth == 8) return 0;
        stack[depth++] = *rules;
        break;
      case 0x0b:
        if (!depth) return 0;
        *rules = stack[--depth];
        break;
      case 0x0c:
        rules->cfa_register = (int64_t)cj_read_uleb(&at);
        rules->cfa_offset = (int64_t)cj_read_uleb(&at);
        break;
      case 0x0d: rules->cfa_register = (int64_t)cj_read_uleb(&at); break;
      case 0x0e: rules->cfa_offset = (int64_t)cj_read_uleb(&at); break;
      case 0x12:
        rules->cfa_register = (int64_t)cj_read_uleb(&at);
        rules->cfa_offset = cj_read_sleb(&at) * common->data_factor;
        break;
      case 0x13: rules->cfa_offset = cj_read_sleb(&at) * common->data_factor; break;
      default: return 0; /* expressions, undefined registers, arguments on the stack */
    }
  }
  return 1;
}

/// Puts the rules into the frame; 0 when they are not of the usual kind.
static int apply(const Rules *rules, CjFrame *frame) {
  static const uint8_t columns[6] = {RBX, RBP, R12, R12 + 1, R12 + 2, R15};
  if (rules->cfa_register != RSP && rules->cfa_register != RBP) return 0;
  if (!rules->saved[RA] || rules->offset[RA] != -8 || rules->saved[RSP]) return 0;
  frame->cfa_from_rbp = rules->cfa_register == RBP;
  frame->cfa_offset = (int32_t)rules->cfa_offset;
  for (int i = 0; i < 6; i++)
    if (rules->saved[columns[i]]) {
      int64_t words = rules->offset[columns[i]] / 8;
      if (words >= 0 || words < INT16_MIN) return 0;
      frame->saved[i] = (int16_t)words;
    }
  return 1;
}

static void read_frame(CjFrame *frame) {
  uintptr_t address = frame->pc - 1; /* inside the call instruction */
  struct dl_find_object object;
  if (_dl_find_object((void *)address, &object) || !object.dlfo_eh_frame) return;
  const uint8_t *entry = find_entry(object.dlfo_eh_frame, address);
  if (!entry) return;
  int32_t back;
  memcpy(&back, entry + 4, 4);
  Common common = read_common(entry + 4 - back);
  if (!common.usable) return;
  Function function = read_function(entry, &common);
  if (address - function.start >= function.length) return;
  Rules initial = {0}, rules;
  if (!run_rules(common.instructions, common.end, &common, 0, 0, &initial, &initial)) return;
  rules = initial;
  if (!run_rules(function.instructions, function.end, &common, function.start, address, &rules, &initial)) return;
  if (!apply(&rules, frame)) return;
  if (common.personality && function.lsda) {
    if (common.personality != (uintptr_t)cj_personality) return;
    frame->site = cj_call_site((const uint8_t *)function.lsda, function.start, address);
    frame->pad = frame->site.pad;
    frame->has_cleanup = frame->pad && !frame->site.action;
    frame->handler_count = (uint8_t)cj_copy_handlers(&frame->site, frame->handlers, 3, &frame->has_cleanup);
  }
  frame->usable = 1;
}

/// Frames are never forgotten and never changed, so threads may read while another one adds.
CJ_COLD static const CjFrame *new_frame(uintptr_t pc, CjFrame **bucket) {
  CjFrame *frame = calloc(1, sizeof *frame);
  if (!frame) cj_out_of_memory(sizeof *frame);
  frame->pc = pc;
  read_frame(frame);
  frame->next = __atomic_load_n(bucket, __ATOMIC_ACQUIRE);
  while (!__atomic_compare_exchange_n(bucket, &frame->next, frame, 0, __ATOMIC_RELEASE, __ATOMIC_ACQUIRE)) {}
  return frame;
}

const CjFrame *cj_frame_at(uintptr_t pc) {
  CjFrame **bucket = &buckets[(pc ^ pc >> 12) % BUCKETS];
  for (CjFrame *frame = __atomic_load_n(bucket, __ATOMIC_ACQUIRE); frame; frame = frame->next)
    if (frame->pc == pc) return frame;
  return new_frame(pc, bucket);
}
