/// DWARF: line tables.
#include "dwarf.h"

/// The head of a line table, read up to where its parts begin.
typedef struct {
  const uint8_t *end, *program, *directories, *opcode_lengths;
  int version, step, line_base, line_range, opcode_base;
} LineTable;

static int open_table(const DwarfUnit *unit, LineTable *table) {
  DwarfSection section = unit->dwarf->line;
  if (!unit->has_lines || unit->lines + 16 > (uint64_t)(section.end - section.start)) return 0;
  const uint8_t *at = section.start + unit->lines;
  uint64_t length = cj_dwarf_fixed(&at, 4);
  table->end = at + length;
  if (table->end > section.end) return 0;
  table->version = (int)cj_dwarf_fixed(&at, 2);
  if (table->version == 5) at += 2; /* address and segment size */
  uint64_t head = cj_dwarf_fixed(&at, 4);
  table->program = at + head;
  table->step = *at++;
  at++; /* operations of a long instruction word */
  at++; /* default_is_stmt */
  table->line_base = (int8_t)*at++;
  table->line_range = *at++;
  table->opcode_base = *at++;
  table->opcode_lengths = at - 1;
  table->directories = at + table->opcode_base - 1;
  return table->version >= 2 && table->version <= 5 && table->line_range;
}

/// Entry `number` of a DWARF 5 list of directories or files; *at moves behind the list.
static int list_entry(const DwarfUnit *unit, const uint8_t **at, uint64_t number, const char **path, uint64_t *directory) {
  const uint8_t *formats = *at;
  int format_count = *formats++;
  const uint8_t *p = formats;
  for (int i = 0; i < 2 * format_count; i++) cj_dwarf_uleb(&p);
  uint64_t count = cj_dwarf_uleb(&p);
  int found = 0;
  for (uint64_t i = 0; i < count; i++) {
    const uint8_t *format = formats;
    for (int j = 0; j < format_count; j++) {
      uint64_t content = cj_dwarf_uleb(&format), form = cj_dwarf_uleb(&format);
      const char *text = 0;
      uint64_t value = cj_dwarf_form(unit, form, 0, &p, &text);
      if (i != number) continue;
      found = 1;
      if (content == 1) *path = text;
      if (content == 2) *directory = value;
    }
  }
  *at = p;
  return found;
}

/// The lists of DWARF 4: texts up to an empty one, numbered from one.
static int old_file(const uint8_t *at, uint64_t number, DwarfFile *file) {
  const uint8_t *directories = at;
  while (*at) at += strlen((const char *)at) + 1;
  at++;
  for (uint64_t i = 1; *at; i++) {
    const char *name = (const char *)at;
    at += strlen(name) + 1;
    uint64_t directory = cj_dwarf_uleb(&at);
    cj_dwarf_uleb(&at);
    cj_dwarf_uleb(&at);
    if (i != number) continue;
    file->name = name;
    for (uint64_t d = 1; *directories && directory; d++, directories += strlen((const char *)directories) + 1)
      if (d == directory) file->directory = (const char *)directories;
    return 1;
  }
  return 0;
}

int cj_dwarf_file(const DwarfUnit *unit, uint64_t number, DwarfFile *file) {
  LineTable table;
  *file = (DwarfFile){0, 0};
  if (!open_table(unit, &table)) return 0;
  if (table.version < 5) return old_file(table.directories, number, file);
  const char *ignored = 0;
  uint64_t none, directory = 0;
  const uint8_t *at = table.directories;
  list_entry(unit, &at, ~0ull, &ignored, &none);
  if (!list_entry(unit, &at, number, &file->name, &directory) || !file->name) return 0;
  at = table.directories;
  if (directory) list_entry(unit, &at, directory, &file->directory, &none);
  return 1;
}

const char *cj_dwarf_directory(const DwarfUnit *unit) {
  LineTable table;
  const char *path = 0;
  uint64_t none;
  if (!open_table(unit, &table) || table.version < 5) return 0;
  list_entry(unit, &table.directories, 0, &path, &none);
  return path;
}

/// Runs the line program; the row that covers the address is the last one not behind it within its sequence.
int cj_dwarf_line(const DwarfUnit *unit, uint64_t address, uint64_t *file, uint64_t *line) {
  LineTable table;
  if (!open_table(unit, &table)) return 0;
  const uint8_t *at = table.program;
  uint64_t here = 0, in_file = 1, row_file = 0, row_line = 0;
  int64_t in_line = 1;
  int open = 0; /* the row before covers addresses from its own on */
  while (at < table.end) {
    int opcode = *at++, emits = 0, ends = 0;
    if (opcode >= table.opcode_base) {
      opcode -= table.opcode_base;
      here += (uint64_t)(opcode / table.line_range * table.step);
      in_line += table.line_base + opcode % table.line_range;
      emits = 1;
    } else if (opcode == 0) {
      uint64_t size = cj_dwarf_uleb(&at);
      const uint8_t *next = at + size;
      if (*at == 1) emits = ends = 1;
      if (*at == 2) {
        const uint8_t *value = at + 1;
        here = cj_dwarf_fixed(&value, 8);
      }
      at = next;
    } else {
      switch (opcode) {
        case 1: emits = 1; break;
        case 2: here += cj_dwarf_uleb(&at) * (uint64_t)table.step; break;
        case 3: in_line += cj_dwarf_sleb(&at); break;
        case 4: in_file = cj_dwarf_uleb(&at); break;
        case 8: here += (uint64_t)((255 - table.opcode_base) / table.line_range * table.step); break;
        case 9: here += cj_dwarf_fixed(&at, 2); break;
        default:
          for (int i = 0; i < table.opcode_lengths[opcode]; i++) cj_dwarf_uleb(&at);
      }
    }
    if (!emits) continue;
    if (open && here > address) {
      *file = row_file;
      *line = row_line;
      return 1;
    }
    open = !ends && here <= address;
    row_file = in_file;
    row_line = (uint64_t)in_line;
    if (ends) {
      here = 0;
      in_file = 1;
      in_line = 1;
    }
  }
  return 0;
}
