/// DWARF: units, entries, forms, address ranges.
#include "dwarf.h"

uint64_t cj_dwarf_uleb(const uint8_t **at) {
  uint64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    if (shift < 64) value |= (uint64_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  return value;
}

int64_t cj_dwarf_sleb(const uint8_t **at) {
  uint64_t value = 0;
  int shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    if (shift < 64) value |= (uint64_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  if (shift < 64 && (byte & 0x40)) value |= ~0ull << shift;
  return (int64_t)value;
}

uint64_t cj_dwarf_fixed(const uint8_t **at, int size) {
  uint64_t value = 0;
  memcpy(&value, *at, (size_t)size);
  *at += size;
  return value;
}

static uint64_t word_at(DwarfSection section, uint64_t offset, int size) {
  if (offset + (uint64_t)size > (uint64_t)(section.end - section.start)) return 0;
  const uint8_t *at = section.start + offset;
  return cj_dwarf_fixed(&at, size);
}

static const char *text_in(DwarfSection section, uint64_t offset) {
  return offset < (uint64_t)(section.end - section.start) ? (const char *)section.start + offset : 0;
}

static uint64_t indexed_address(const DwarfUnit *unit, uint64_t index) {
  return word_at(unit->dwarf->addr, unit->addr_base + index * 8, 8);
}

static const char *indexed_text(const DwarfUnit *unit, uint64_t index) {
  return text_in(unit->dwarf->str, word_at(unit->dwarf->str_offsets, unit->str_base + index * 4, 4));
}

uint64_t cj_dwarf_form(const DwarfUnit *unit, uint64_t form, int64_t implicit, const uint8_t **at, const char **text) {
  switch (form) {
    case 0x01: return cj_dwarf_fixed(at, unit->address_size);                    /* addr */
    case 0x03: *at += cj_dwarf_fixed(at, 2); return 0;                           /* block2 */
    case 0x04: *at += cj_dwarf_fixed(at, 4); return 0;                           /* block4 */
    case 0x05: case 0x0b: return cj_dwarf_fixed(at, form == 0x05 ? 2 : 1);       /* data2, data1 */
    case 0x06: case 0x17: case 0x1d: return cj_dwarf_fixed(at, 4);               /* data4, sec_offset, strp_sup */
    case 0x07: return cj_dwarf_fixed(at, 8);                                     /* data8 */
    case 0x08: *text = (const char *)*at; *at += strlen(*text) + 1; return 0;    /* string */
    case 0x09: case 0x18: { uint64_t size = cj_dwarf_uleb(at); *at += size; return 0; } /* block, exprloc */
    case 0x0a: *at += cj_dwarf_fixed(at, 1); return 0;                           /* block1 */
    case 0x0c: return cj_dwarf_fixed(at, 1);                                     /* flag */
    case 0x0d: return (uint64_t)cj_dwarf_sleb(at);                               /* sdata */
    case 0x0e: *text = text_in(unit->dwarf->str, cj_dwarf_fixed(at, 4)); return 0;      /* strp */
    case 0x1f: *text = text_in(unit->dwarf->line_str, cj_dwarf_fixed(at, 4)); return 0; /* line_strp */
    case 0x0f: case 0x15: case 0x22: case 0x23: return cj_dwarf_uleb(at); /* udata, ref_udata, loclistx, rnglistx */
    case 0x10: return cj_dwarf_fixed(at, 4);                                     /* ref_addr */
    case 0x11: return cj_dwarf_fixed(at, 1);                                     /* ref1 */
    case 0x12: return cj_dwarf_fixed(at, 2);                                     /* ref2 */
    case 0x13: return cj_dwarf_fixed(at, 4);                                     /* ref4 */
    case 0x14: case 0x20: return cj_dwarf_fixed(at, 8);                          /* ref8, ref_sig8 */
    case 0x16: { uint64_t real = cj_dwarf_uleb(at); return cj_dwarf_form(unit, real, 0, at, text); } /* indirect */
    case 0x19: return 1;                                                         /* flag_present */
    case 0x1a: *text = indexed_text(unit, cj_dwarf_uleb(at)); return 0;          /* strx */
    case 0x1b: return indexed_address(unit, cj_dwarf_uleb(at));                  /* addrx */
    case 0x1e: *at += 16; return 0;                                              /* data16 */
    case 0x21: return (uint64_t)implicit;                                        /* implicit_const */
    case 0x25: case 0x26: case 0x27: case 0x28:                                  /* strx1..4 */
      *text = indexed_text(unit, cj_dwarf_fixed(at, (int)form - 0x24));
      return 0;
    case 0x29: case 0x2a: case 0x2b: case 0x2c:                                  /* addrx1..4 */
      return indexed_address(unit, cj_dwarf_fixed(at, (int)form - 0x28));
    default: *at = unit->end; return 0; /* unknown: give the unit up */
  }
}

static int is_address_form(uint64_t form) { return form == 0x01 || form == 0x1b || (form >= 0x29 && form <= 0x2c); }

/// One entry; with `root` also the bases that only the first entry of a unit has.
static int read_entry(const DwarfUnit *unit, const uint8_t **at, DwarfEntry *entry, DwarfUnit *root) {
  memset(entry, 0, sizeof *entry);
  uint64_t code = cj_dwarf_uleb(at);
  if (!code || code >= unit->abbrev_count || !unit->abbrevs[code]) return 0;
  const uint8_t *abbrev = unit->abbrevs[code];
  entry->tag = cj_dwarf_uleb(&abbrev);
  entry->has_children = *abbrev++;
  for (;;) {
    uint64_t name = cj_dwarf_uleb(&abbrev), form = cj_dwarf_uleb(&abbrev);
    if (!name && !form) return 1;
    int64_t implicit = form == 0x21 ? cj_dwarf_sleb(&abbrev) : 0;
    const char *text = 0;
    uint64_t value = cj_dwarf_form(unit, form, implicit, at, &text);
    switch (name) {
      case 0x03: entry->name = text; break;
      case 0x11: entry->has_low = 1; entry->low = value; break;
      case 0x12: entry->has_high = 1; entry->high = value; entry->high_is_address = is_address_form(form); break;
      case 0x31: case 0x47: /* abstract_origin, specification */
        entry->origin = form == 0x10 ? unit->dwarf->info.start + value : unit->header + value;
        break;
      case 0x55: entry->has_ranges = 1; entry->ranges = value; entry->ranges_is_index = form == 0x23; break;
      case 0x58: entry->call_file = value; break;
      case 0x59: entry->call_line = value; break;
      default: break;
    }
    if (!root) continue;
    if (name == 0x10) root->lines = value, root->has_lines = 1;
    if (name == 0x11) root->low = value;
    if (name == 0x72) root->str_base = value;
    if (name == 0x73) root->addr_base = value;
    if (name == 0x74) root->rng_base = value;
  }
}

int cj_dwarf_entry(const DwarfUnit *unit, const uint8_t **at, DwarfEntry *entry) {
  return read_entry(unit, at, entry, 0);
}

/// Positions of the abbreviations of a unit by their codes; producers number them from one.
static void read_abbrevs(DwarfUnit *unit, const uint8_t *at) {
  const uint8_t *end = unit->dwarf->abbrev.end;
  uint64_t room = 0;
  while (at < end) {
    uint64_t code = cj_dwarf_uleb(&at);
    if (!code || code > 100000) return;
    if (code >= room) {
      uint64_t grown = code < 64 ? 128 : code * 2;
      const uint8_t **table = realloc(unit->abbrevs, grown * sizeof *table);
      if (!table) return;
      memset(table + room, 0, (grown - room) * sizeof *table);
      unit->abbrevs = table;
      room = grown;
    }
    unit->abbrevs[code] = at;
    unit->abbrev_count = room;
    cj_dwarf_uleb(&at);
    at++;
    uint64_t name, form;
    do {
      name = cj_dwarf_uleb(&at);
      form = cj_dwarf_uleb(&at);
      if (form == 0x21) cj_dwarf_sleb(&at);
    } while (name || form);
  }
}

int cj_dwarf_unit(const Dwarf *dwarf, const uint8_t **at, DwarfUnit *unit) {
  memset(unit, 0, sizeof *unit);
  if (dwarf->info.end - *at < 12) return 0;
  unit->dwarf = dwarf;
  unit->header = *at;
  uint64_t length = cj_dwarf_fixed(at, 4);
  unit->end = *at + length;
  if (length >= 0xfffffff0u || unit->end > dwarf->info.end) return 0;
  const uint8_t *p = *at;
  *at = unit->end;
  unit->version = (int)cj_dwarf_fixed(&p, 2);
  if (unit->version == 5) p++; /* unit type */
  if (unit->version == 5) unit->address_size = *p++;
  uint64_t abbrev = cj_dwarf_fixed(&p, 4);
  if (unit->version != 5) unit->address_size = *p++;
  unit->dies = p;
  if (unit->version < 4 || unit->version > 5 || unit->address_size != 8) return 1; /* no abbreviations: found empty */
  read_abbrevs(unit, dwarf->abbrev.start + abbrev);
  unit->str_base = 8;
  unit->addr_base = 8;
  unit->rng_base = 12;
  DwarfEntry entry;
  for (int pass = 0; pass < 2; pass++) { /* the bases may stand behind their uses */
    const uint8_t *die = unit->dies;
    read_entry(unit, &die, &entry, unit);
  }
  return 1;
}

void cj_dwarf_unit_close(DwarfUnit *unit) { free(unit->abbrevs); }

/// DWARF 4 keeps pairs of addresses, DWARF 5 a small program.
static int in_ranges(const DwarfUnit *unit, const DwarfEntry *entry, uint64_t address) {
  uint64_t base = unit->low, offset = entry->ranges, from, to;
  DwarfSection section = unit->version == 5 ? unit->dwarf->rnglists : unit->dwarf->ranges;
  if (entry->ranges_is_index) offset = unit->rng_base + word_at(section, unit->rng_base + 4 * offset, 4);
  if (offset >= (uint64_t)(section.end - section.start)) return 0;
  const uint8_t *at = section.start + offset;
  while (at < section.end) {
    if (unit->version < 5) {
      from = cj_dwarf_fixed(&at, 8);
      to = cj_dwarf_fixed(&at, 8);
      if (!from && !to) return 0;
      if (from == ~0ull) {
        base = to;
        continue;
      }
      from += base;
      to += base;
    } else {
      switch (*at++) {
        case 1: base = indexed_address(unit, cj_dwarf_uleb(&at)); continue;
        case 2:
          from = indexed_address(unit, cj_dwarf_uleb(&at));
          to = indexed_address(unit, cj_dwarf_uleb(&at));
          break;
        case 3:
          from = indexed_address(unit, cj_dwarf_uleb(&at));
          to = from + cj_dwarf_uleb(&at);
          break;
        case 4:
          from = base + cj_dwarf_uleb(&at);
          to = base + cj_dwarf_uleb(&at);
          break;
        case 5: base = cj_dwarf_fixed(&at, 8); continue;
        case 6:
          from = cj_dwarf_fixed(&at, 8);
          to = cj_dwarf_fixed(&at, 8);
          break;
        case 7:
          from = cj_dwarf_fixed(&at, 8);
          to = from + cj_dwarf_uleb(&at);
          break;
        default: return 0;
      }
    }
    if (address >= from && address < to) return 1;
  }
  return 0;
}

int cj_dwarf_covers(const DwarfUnit *unit, const DwarfEntry *entry, uint64_t address) {
  if (entry->has_low && entry->has_high) {
    uint64_t end = entry->high_is_address ? entry->high : entry->low + entry->high;
    return address >= entry->low && address < end;
  }
  return entry->has_ranges && in_ranges(unit, entry, address);
}

const char *cj_dwarf_name(const DwarfUnit *unit, const DwarfEntry *entry) {
  DwarfEntry current = *entry;
  for (int hops = 0; hops < 4 && !current.name && current.origin; hops++) {
    const uint8_t *at = current.origin;
    if (at < unit->header || at >= unit->end || !cj_dwarf_entry(unit, &at, &current)) break;
  }
  return current.name;
}
