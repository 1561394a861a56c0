/// A small reader of DWARF 5 (and 4) for tracebacks: functions, inlined calls and lines. 32-bit DWARF, one target.
#ifndef CJ_DWARF_H
#define CJ_DWARF_H

#include "internal.h"

typedef struct {
  const uint8_t *start, *end;
} DwarfSection;

typedef struct {
  DwarfSection info, abbrev, line, str, line_str, addr, rnglists, ranges, str_offsets;
} Dwarf;

typedef struct {
  const Dwarf *dwarf;
  const uint8_t *header, *dies, *end;
  const uint8_t **abbrevs; /// by code, pointing at the tag
  uint64_t abbrev_count;
  int version, address_size;
  uint64_t addr_base, str_base, rng_base, low, lines;
  int has_lines;
} DwarfUnit;

/// What a debugging entry says, as far as tracebacks need it.
typedef struct {
  uint64_t tag;
  int has_children, has_low, has_high, high_is_address, has_ranges, ranges_is_index;
  uint64_t low, high, ranges, call_file, call_line;
  const char *name;
  const uint8_t *origin; /// entry that holds the name
} DwarfEntry;

enum { DW_TAG_inlined = 0x1d, DW_TAG_subprogram = 0x2e };

/// Opens the unit at *at and moves on to the next; 0 at the end.
int cj_dwarf_unit(const Dwarf *dwarf, const uint8_t **at, DwarfUnit *unit);
void cj_dwarf_unit_close(DwarfUnit *unit);
/// Reads the entry at *at; 0 for the null entry that ends a list of children.
int cj_dwarf_entry(const DwarfUnit *unit, const uint8_t **at, DwarfEntry *entry);
int cj_dwarf_covers(const DwarfUnit *unit, const DwarfEntry *entry, uint64_t address);
const char *cj_dwarf_name(const DwarfUnit *unit, const DwarfEntry *entry);

uint64_t cj_dwarf_uleb(const uint8_t **at);
int64_t cj_dwarf_sleb(const uint8_t **at);
uint64_t cj_dwarf_fixed(const uint8_t **at, int size);
/// A value of any form: its number, or its text in *text.
uint64_t cj_dwarf_form(const DwarfUnit *unit, uint64_t form, int64_t implicit, const uint8_t **at, const char **text);

/// A file of a line table; the directory is null when it is the one of the compilation.
typedef struct {
  const char *name, *directory;
} DwarfFile;
/// File and line of an address, 0 when it has none. Any file of the unit can be asked for by number.
int cj_dwarf_line(const DwarfUnit *unit, uint64_t address, uint64_t *file, uint64_t *line);
int cj_dwarf_file(const DwarfUnit *unit, uint64_t number, DwarfFile *file);
const char *cj_dwarf_directory(const DwarfUnit *unit);

#endif
