package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import org.jspecify.annotations.Nullable;

/// Identifiers of a file, each kept once, with the token type of those that are keywords.
///
/// Open addressing over char ranges: a name seen before costs no new string.
final class NameTable {
  private @Nullable String[] names = new String[1024];
  private int[] types = new int[1024];
  private int used;
  private int found;

  NameTable() {
    for (int type = FALSE; type <= YIELD; type++) {
      String symbol = VOCABULARY.getSymbolicName(type);
      String spelling = type <= TRUE ? symbol.charAt(0) + symbol.substring(1).toLowerCase() : symbol.toLowerCase();
      types[intern(spelling.toCharArray(), 0, spelling.length())] = type;
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
