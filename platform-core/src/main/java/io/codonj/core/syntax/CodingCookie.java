package io.codonj.core.syntax;

import io.codonj.api.source.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding declaration of PEP 263. The text is decoded already; a name that means nothing is still an error.
final class CodingCookie {
  private static final String COOKIE = "^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)";

  private CodingCookie() {}

  static void check(SourceFile file, SyntaxProblems problems) {
    String text = file.text();
    int start = 0;
    for (int line = 1; line <= 2 && start < text.length(); line++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int hash = text.indexOf('#', start);
      if (hash >= 0 && hash < end && text.substring(hash, end).contains("coding")) {
        Matcher cookie = Pattern.compile(COOKIE).matcher(text.substring(start, end).replace("\uFEFF", ""));
        if (cookie.find() && !isKnown(cookie.group(1))) {
          String message = "unknown encoding: " + cookie.group(1);
          problems.report(SyntaxErrorCode.UNKNOWN_ENCODING, start, end, message);
        }
      }
      start = end + 1;
    }
  }

  private static boolean isKnown(String name) {
    String normal = name.toLowerCase().replace('_', '-');
    try {
      return normal.startsWith("utf-8") || normal.startsWith("latin-1") || Charset.isSupported(normal);
    } catch (IllegalCharsetNameException malformed) {
      return false;
    }
  }
}
