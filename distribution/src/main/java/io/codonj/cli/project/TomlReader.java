package io.codonj.cli.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads TOML 1.0 into maps, lists, strings, longs, doubles and booleans. Dates and times have no use in a project file
/// and are refused.
///
/// It is read at each start of the compiler in a project, hence by hand and not with a library.
final class TomlReader {
  private final TomlScanner in;
  private final Map<String, Object> root = new LinkedHashMap<>();
  private Map<String, Object> table = root;

  private TomlReader(String text) {
    in = new TomlScanner(text);
  }

  static Map<String, Object> read(String text) {
    var reader = new TomlReader(text);
    reader.document();
    return reader.root;
  }

  private void document() {
    for (in.skipBlankLines(); !in.atEnd(); in.skipBlankLines()) {
      if (in.take("[[")) {
        table = newElement(key());
        in.expect("]]");
      } else if (in.take("[")) {
        table = newTable(key());
        in.expect("]");
      } else {
        pair(table);
      }
      in.endOfLine();
    }
  }

  private void pair(Map<String, Object> into) {
    List<String> path = key();
    in.expect("=");
    Map<String, Object> owner = tableAt(into, path.subList(0, path.size() - 1));
    if (owner.putIfAbsent(path.getLast(), value()) != null) {
      throw in.error("'" + String.join(".", path) + "' is given twice");
    }
  }

  private List<String> key() {
    var path = new ArrayList<String>();
    do {
      in.skipSpaces();
      path.add(in.keyPart());
      in.skipSpaces();
    } while (in.take("."));
    return path;
  }

  private Object value() {
    in.skipSpaces();
    if (in.take("[")) {
      return array();
    }
    return in.take("{") ? inlineTable() : in.scalar();
  }

  private List<Object> array() {
    var elements = new ArrayList<Object>();
    in.skipBlankLines();
    while (!in.take("]")) {
      elements.add(value());
      in.skipBlankLines();
      if (!in.take(",")) {
        in.expect("]");
        break;
      }
      in.skipBlankLines();
    }
    return elements;
  }

  private Map<String, Object> inlineTable() {
    var entries = new LinkedHashMap<String, Object>();
    in.skipSpaces();
    if (in.take("}")) {
      return entries;
    }
    do {
      pair(entries);
      in.skipSpaces();
    } while (in.take(","));
    in.expect("}");
    return entries;
  }

  private Map<String, Object> newTable(List<String> path) {
    return tableAt(root, path);
  }

  private Map<String, Object> newElement(List<String> path) {
    Map<String, Object> owner = tableAt(root, path.subList(0, path.size() - 1));
    var element = new LinkedHashMap<String, Object>();
    if (!(owner.computeIfAbsent(path.getLast(), _ -> new ArrayList<>()) instanceof List<?> list)) {
      throw in.error("'" + path.getLast() + "' is not an array of tables");
    }
    @SuppressWarnings("unchecked") // made above, or by an earlier [[...]]
    var elements = (List<Object>) list;
    elements.add(element);
    return element;
  }

  /// The table at a path, made where it is missing; of an array of tables, the last one.
  private Map<String, Object> tableAt(Map<String, Object> from, List<String> path) {
    Map<String, Object> at = from;
    for (String name : path) {
      Object next = at.computeIfAbsent(name, _ -> new LinkedHashMap<>());
      if (next instanceof List<?> list && !list.isEmpty()) {
        next = list.getLast();
      }
      if (!(next instanceof Map<?, ?> map)) {
        throw in.error("'" + name + "' is not a table");
      }
      @SuppressWarnings("unchecked") // all maps here have strings as keys
      var known = (Map<String, Object>) map;
      at = known;
    }
    return at;
  }
}
