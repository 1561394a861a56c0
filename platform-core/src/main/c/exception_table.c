/// Exception tables: call sites, actions, types (the LSDA format of the Itanium ABI).
#include "unwind.h"

uint64_t cj_read_uleb(const uint8_t **at) {
  uint64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    value |= (uint64_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  return value;
}

int64_t cj_read_sleb(const uint8_t **at) {
  int64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    value |= (int64_t)((uint64_t)(byte & 0x7f) << shift);
    shift += 7;
  } while (byte & 0x80);
  if (shift < 64 && (byte & 0x40)) value |= -((int64_t)1 << shift);
  return value;
}

/// Size of a fixed-size encoding.
static int encoded_size(uint8_t encoding) {
  switch (encoding & 0x0f) {
    case 0x02: case 0x0a: return 2;
    case 0x03: case 0x0b: return 4;
    default: return 8;
  }
}

uintptr_t cj_read_encoded(const uint8_t **at, uint8_t encoding, uintptr_t data_base) {
  if (encoding == 0xff) return 0;
  const uint8_t *start = *at;
  uintptr_t value;
  switch (encoding & 0x0f) {
    case 0x01: value = cj_read_uleb(at); break;
    case 0x09: value = (uintptr_t)cj_read_sleb(at); break;
    case 0x02: { uint16_t v; memcpy(&v, start, 2); value = v; *at += 2; break; }
    case 0x03: { uint32_t v; memcpy(&v, start, 4); value = v; *at += 4; break; }
    case 0x0a: { int16_t v; memcpy(&v, start, 2); value = (uintptr_t)(intptr_t)v; *at += 2; break; }
    case 0x0b: { int32_t v; memcpy(&v, start, 4); value = (uintptr_t)(intptr_t)v; *at += 4; break; }
    default: memcpy(&value, start, 8); *at += 8; break;
  }
  if (value) {
    if ((encoding & 0x70) == 0x10) value += (uintptr_t)start; /* relative to the field itself */
    if ((encoding & 0x70) == 0x30) value += data_base;
    if (encoding & 0x80) memcpy(&value, (void *)value, 8); /* indirect */
  }
  return value;
}

int64_t cj_select_handler(const uint8_t *action, const uint8_t *types, uint8_t type_encoding, const CjType *raised,
                          int forced, int *cleanup) {
  for (;;) {
    int64_t filter = cj_read_sleb(&action);
    const uint8_t *link = action;
    int64_t next = cj_read_sleb(&action);
    if (filter == 0) {
      *cleanup = 1;
    } else if (filter > 0 && !forced) {
      const uint8_t *entry = types - filter * encoded_size(type_encoding);
      const CjType *wanted = (const CjType *)cj_read_encoded(&entry, type_encoding, 0);
      if (!wanted || (raised && cj_type_is(raised, wanted))) return filter;
    }
    if (!next) return 0;
    action = link + next;
  }
}

int cj_copy_handlers(const CjCallSite *site, CjHandler *handlers, int room, uint8_t *has_cleanup) {
  int count = 0;
  for (const uint8_t *action = site->action; action;) {
    int64_t filter = cj_read_sleb(&action);
    const uint8_t *link = action;
    int64_t next = cj_read_sleb(&action);
    if (filter > 0) {
      if (count >= room) {
        count = CJ_MANY_HANDLERS;
        action = next ? link + next : 0;
        continue;
      }
      const uint8_t *entry = site->types - filter * encoded_size(site->type_encoding);
      handlers[count++] = (CjHandler){(const CjType *)cj_read_encoded(&entry, site->type_encoding, 0), filter};
    } else if (filter == 0) {
      *has_cleanup = 1;
    }
    action = next ? link + next : 0;
  }
  return count;
}

CjCallSite cj_call_site(const uint8_t *at, uintptr_t function, uintptr_t address) {
  CjCallSite site = {0, 0, 0, 0};
  uintptr_t offset = address - function, pads = function;
  uint8_t pad_encoding = *at++;
  if (pad_encoding != 0xff) pads = cj_read_encoded(&at, pad_encoding, 0);
  site.type_encoding = *at++;
  if (site.type_encoding != 0xff) {
    uint64_t distance = cj_read_uleb(&at);
    site.types = at + distance;
  }
  uint8_t encoding = *at++;
  uint64_t size = cj_read_uleb(&at);
  const uint8_t *actions = at + size;
  while (at < actions) {
    uintptr_t start = cj_read_encoded(&at, encoding, 0), length = cj_read_encoded(&at, encoding, 0);
    uintptr_t pad = cj_read_encoded(&at, encoding, 0);
    uint64_t action = cj_read_uleb(&at);
    if (offset < start) break; /* call sites are sorted */
    if (offset - start >= length) continue;
    if (pad) site.pad = pads + pad;
    if (pad && action) site.action = actions + action - 1;
    break;
  }
  return site;
}
