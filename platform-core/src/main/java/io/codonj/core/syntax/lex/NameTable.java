package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Identifiers of a file, each kept once, with the token type of those that are keywords.
///
/// Open addressing over char ranges: a name seen before costs no new string.
final class NameTable {
  /// In the order of their token types. Not asked of the grammar's vocabulary: that would load the grammar first.
  static final List<String> KEYWORDS =
      List.of(
          "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
          "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
          "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");

  private @Nullable String[] names = new String[1024];
  private int[] types = new int[1024];
  private int used;
  private int found;

  NameTable() {
    int type = FALSE;
    for (String keyword : KEYWORDS) {
      types[intern(keyword.toCharArray(), 0, keyword.length())] = type++;
    }
  }

  /// Finds or adds `chars[start, end)`; [#name()] and [#type()] tell about it.
  void lookUp(char[] chars, int start, int end) {
    found = intern(chars, start, end);
  }

  String name() {
    return names[found];
  }

  int type() {
    return types[found];
  }

  private int intern(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + chars[i];
    }
    int mask = names.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (names[slot] != null) {
      if (matches(names[slot], chars, start, end)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    if (used * 2 >= names.length) {
      grow();
      return intern(chars, start, end);
    }
    used++;
    names[slot] = new String(chars, start, end - start);
    types[slot] = NAME;
    return slot;
  }

  private void grow() {
    String[] oldNames = names;
    int[] oldTypes = types;
    names = new String[oldNames.length * 2];
    types = new int[oldNames.length * 2];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int hash = oldNames[i].hashCode();
        int slot = (hash ^ hash >>> 15) & names.length - 1;
        while (names[slot] != null) {
          slot = slot + 1 & names.length - 1;
        }
        names[slot] = oldNames[i];
        types[slot] = oldTypes[i];
      }
    }
  }

  private static boolean matches(String name, char[] chars, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
