package io.codonj.cli.doc;

import io.codonj.cli.doc.Documentation.Entry;
import io.codonj.cli.render.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Documentation for programs: a list of modules, each with `name`, `doc` and `entries` of `kind`, `name`, `signature`,
/// `doc`, `line`, and, for classes, `members`.
public final class JsonDocumentation {
  private JsonDocumentation() {}

  public static String of(List<Documentation> modules) {
    return JsonText.of(modules.stream().map(JsonDocumentation::module).toList()) + "\n";
  }

  private static SequencedMap<String, Object> module(Documentation module) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    map.put("name", module.name());
    map.put("doc", module.text());
    map.put("entries", module.entries().stream().map(JsonDocumentation::entry).toList());
    return map;
  }

  private static SequencedMap<String, Object> entry(Entry entry) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    map.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    map.put("name", entry.name());
    map.put("signature", entry.signature());
    map.put("doc", entry.text());
    map.put("line", entry.line());
    if (entry.kind() == Documentation.Kind.CLASS) {
      map.put("members", entry.members().stream().map(JsonDocumentation::entry).toList());
    }
    return map;
  }
}
