/// Code addresses to lines of a Python traceback.
#include "dwarf.h"
#include <elf.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>

/// Files of the library carry this instead of a path: their frames are not shown.
#define LIBRARY_PREFIX "<codonj>/"

typedef struct {
  const char *function, *file, *directory, *compilation;
  uint64_t line;
} Frame;

/// Frames of one address, innermost first.
typedef struct {
  uintptr_t address;
  Frame frames[16];
  int count;
} Resolved;

typedef struct {
  const uint8_t *start;
  size_t size;
  uintptr_t base;
  const char *path;
  Dwarf dwarf;
} Image;

/// The executable or shared library that this code is part of.
static int own_object(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size;
  Image *image = data;
  uintptr_t here = (uintptr_t)&own_object;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    uintptr_t start = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    if (info->dlpi_phdr[i].p_type != PT_LOAD || here < start || here >= start + info->dlpi_phdr[i].p_memsz) continue;
    image->base = info->dlpi_addr;
    image->path = info->dlpi_name && *info->dlpi_name ? info->dlpi_name : "/proc/self/exe";
    return 1;
  }
  return 0;
}

static DwarfSection *section_named(Dwarf *dwarf, const char *name) {
  static const char *const names[] = {".debug_info",  ".debug_abbrev",   ".debug_line",   ".debug_str",        ".debug_line_str",
                                      ".debug_addr", ".debug_rnglists", ".debug_ranges", ".debug_str_offsets"};
  DwarfSection *const places[] = {&dwarf->info, &dwarf->abbrev,   &dwarf->line,   &dwarf->str,        &dwarf->line_str,
                                  &dwarf->addr, &dwarf->rnglists, &dwarf->ranges, &dwarf->str_offsets};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return places[i];
  return 0;
}

static int open_image(Image *image) {
  memset(image, 0, sizeof *image);
  if (!dl_iterate_phdr(own_object, image)) return 0;
  int descriptor = open(image->path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (descriptor < 0) return 0;
  if (fstat(descriptor, &status) == 0 && status.st_size > (off_t)sizeof(Elf64_Ehdr)) {
    image->size = (size_t)status.st_size;
    void *mapped = mmap(0, image->size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    image->start = mapped == MAP_FAILED ? 0 : mapped;
  }
  close(descriptor);
  if (!image->start) return 0;
  const Elf64_Ehdr *head = (const Elf64_Ehdr *)image->start;
  if (!head->e_shoff || head->e_shoff + (uint64_t)head->e_shnum * sizeof(Elf64_Shdr) > image->size) return 0;
  const Elf64_Shdr *sections = (const Elf64_Shdr *)(image->start + head->e_shoff);
  const char *names = (const char *)image->start + sections[head->e_shstrndx].sh_offset;
  for (int i = 0; i < head->e_shnum; i++) {
    DwarfSection *section = section_named(&image->dwarf, names + sections[i].sh_name);
    if (!section || (sections[i].sh_flags & SHF_COMPRESSED) || sections[i].sh_type == SHT_NOBITS) continue;
    section->start = image->start + sections[i].sh_offset;
    section->end = section->start + sections[i].sh_size;
  }
  return image->dwarf.info.start && image->dwarf.abbrev.start;
}

static void place(const DwarfUnit *unit, uint64_t number, Frame *frame) {
  DwarfFile file;
  if (!cj_dwarf_file(unit, number, &file)) return;
  frame->file = file.name;
  frame->directory = file.directory;
  frame->compilation = cj_dwarf_directory(unit);
}

/// The function around an address and the calls inlined into it: entries are visited in order, and each one that
/// covers the address lies inside the one found before.
static int resolve_in(const DwarfUnit *unit, uint64_t address, Resolved *out) {
  DwarfEntry chain[16], entry;
  int count = 0, depth = 0, function_depth = -1;
  for (const uint8_t *at = unit->dies; at < unit->end;) {
    if (!cj_dwarf_entry(unit, &at, &entry)) {
      if (--depth <= 0) break;
      if (depth <= function_depth) break;
      continue;
    }
    int wanted = entry.tag == DW_TAG_subprogram ? !count : entry.tag == DW_TAG_inlined && count;
    if (wanted && count < 16 && cj_dwarf_covers(unit, &entry, address)) {
      if (!count) function_depth = depth;
      chain[count++] = entry;
    }
    if (entry.has_children) depth++;
    else if (count && depth == function_depth) break;
  }
  if (!count) return 0;
  uint64_t file = 0, line = 0;
  int known = cj_dwarf_line(unit, address, &file, &line);
  out->count = 0;
  for (int i = count - 1; i >= 0; i--) {
    Frame *frame = &out->frames[out->count++];
    *frame = (Frame){.function = cj_dwarf_name(unit, &chain[i]), .line = line};
    if (known) place(unit, file, frame);
    file = chain[i].call_file;
    line = chain[i].call_line;
    known = 1;
  }
  return 1;
}

static void resolve(const Image *image, uintptr_t address, Resolved *out) {
  out->address = address;
  out->count = 0;
  DwarfUnit unit;
  for (const uint8_t *at = image->dwarf.info.start; cj_dwarf_unit(&image->dwarf, &at, &unit);) {
    int found = unit.abbrevs && resolve_in(&unit, address - image->base, out);
    cj_dwarf_unit_close(&unit);
    if (found) return;
  }
}

/// Line of a source file without its indentation, or an empty text.
static CjStr source_line(const Frame *frame) {
  char path[PATH_MAX], line[1024];
  const char *directory = frame->directory ? frame->directory : 0;
  FILE *file = 0;
  if (!directory || frame->file[0] == '/') file = fopen(frame->file, "re");
  if (!file && frame->file[0] != '/') {
    if (!directory) directory = frame->compilation;
    if (!directory) return CJ_EMPTY;
    snprintf(path, sizeof path, "%s/%s", directory, frame->file);
    file = fopen(path, "re");
  }
  if (!file) return CJ_EMPTY;
  uint64_t number = 0;
  CjStr text = CJ_EMPTY;
  while (fgets(line, sizeof line, file)) {
    size_t length = strlen(line);
    int complete = length && line[length - 1] == '\n';
    if (++number == frame->line) {
      text = cj_str_strip(cj_str_from_utf8_c(line), 0);
      break;
    }
    while (!complete && fgets(line, sizeof line, file)) complete = line[strlen(line) - 1] == '\n';
  }
  fclose(file);
  return text;
}

static void write_frame(CjBuilder *out, const Frame *frame) {
  cj_builder_append(out, CJ_TEXT("  File \""));
  if (frame->directory && frame->file[0] != '/') {
    cj_builder_append(out, cj_str_from_utf8_c(frame->directory));
    cj_builder_append_code(out, '/');
  }
  cj_builder_append(out, cj_str_from_utf8_c(frame->file));
  cj_builder_append(out, CJ_TEXT("\", line "));
  cj_builder_append_int(out, (int64_t)frame->line);
  cj_builder_append(out, CJ_TEXT(", in "));
  cj_builder_append(out, cj_str_from_utf8_c(frame->function));
  cj_builder_append_code(out, '\n');
  CjStr line = source_line(frame);
  if (!line.meta) return;
  cj_builder_append(out, CJ_TEXT("    "));
  cj_builder_append(out, line);
  cj_builder_append_code(out, '\n');
}

static int is_shown(const Frame *frame) {
  return frame->function && frame->file && frame->line &&
         strncmp(frame->file, LIBRARY_PREFIX, sizeof LIBRARY_PREFIX - 1) != 0 &&
         !(frame->directory && strncmp(frame->directory, LIBRARY_PREFIX, sizeof LIBRARY_PREFIX - 2) == 0);
}

static int same_frame(const Frame *a, const Frame *b) {
  return a->line == b->line && strcmp(a->function, b->function) == 0 && strcmp(a->file, b->file) == 0;
}

/// Python shows three equal frames and counts the others.
typedef struct {
  CjBuilder *out;
  const Frame *last;
  int64_t repeated;
} Printer;

static void end_repeats(Printer *printer) {
  int64_t more = printer->repeated - 3;
  printer->repeated = 0;
  if (more <= 0) return;
  cj_builder_append(printer->out, CJ_TEXT("  [Previous line repeated "));
  cj_builder_append_int(printer->out, more);
  cj_builder_append(printer->out, more > 1 ? CJ_TEXT(" more times]\n") : CJ_TEXT(" more time]\n"));
}

static void print_frame(Printer *printer, const Frame *frame) {
  if (!is_shown(frame)) return;
  if (!printer->last || !same_frame(printer->last, frame)) end_repeats(printer);
  printer->last = frame;
  if (++printer->repeated <= 3) write_frame(printer->out, frame);
}

int64_t cj_symbolize(const uintptr_t *addresses, int64_t count, CjBuilder *out) {
  Image image;
  if (!open_image(&image)) return 0;
  Resolved *known = 0; /* recursion repeats few addresses many times */
  int64_t known_count = 0, room = 0, *which = malloc((size_t)count * sizeof *which);
  for (int64_t i = 0; which && i < count; i++) {
    int64_t k = known_count - 1;
    while (k >= 0 && known[k].address != addresses[i]) k--;
    if (k < 0) {
      if (known_count == room) {
        room = room ? room * 2 : 64;
        Resolved *grown = realloc(known, (size_t)room * sizeof *grown);
        if (!grown) break;
        known = grown;
      }
      k = known_count++;
      resolve(&image, addresses[i], &known[k]);
    }
    which[i] = k;
  }
  Printer printer = {out, 0, 0};
  for (int64_t i = count - 1; which && known && i >= 0; i--)
    for (int j = known[which[i]].count - 1; j >= 0; j--) print_frame(&printer, &known[which[i]].frames[j]);
  end_repeats(&printer);
  free(known);
  free(which);
  munmap((void *)(uintptr_t)image.start, image.size);
  return 1;
}
