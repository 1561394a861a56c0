package io.codonj.cli.doc;

import io.codonj.cli.doc.Documentation.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Documentation for people: a page per module and an index, which need nothing else.
public final class HtmlPages {
  private static final String STYLE =
      """
      body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      code, .signature { font-family: ui-monospace, monospace; font-size: 0.9em; }
      .signature { background: #8881; padding: 0.25rem 0.5rem; margin-top: 1.2rem; border-left: 3px solid #36c; }
      .members { margin-left: 1.5rem; }
      pre { background: #8881; padding: 0.5rem; overflow-x: auto; }
      nav a { margin-right: 0.8rem; }
      """;

  private HtmlPages() {}

  /// Writes `index.html` and `MODULE.html`.
  public static void write(List<Documentation> modules, Path directory) throws IOException {
    Files.createDirectories(directory);
    var index = new StringBuilder("<ul>\n");
    for (Documentation module : modules) {
      Files.writeString(directory.resolve(module.name() + ".html"), page(module));
      index.append("<li><a href=\"").append(module.name()).append(".html\"><code>").append(module.name());
      index.append("</code></a> ").append(inline(firstParagraph(module.text()))).append("</li>\n");
    }
    Files.writeString(directory.resolve("index.html"), html("Modules", index.append("</ul>\n").toString()));
  }

  private static String page(Documentation module) {
    var body = new StringBuilder("<p><a href=\"index.html\">All modules</a></p>\n").append(prose(module.text()));
    body.append("<nav>");
    for (Entry entry : module.entries()) {
      body.append("<a href=\"#").append(entry.name()).append("\">").append(escaped(entry.name())).append("</a> ");
    }
    body.append("</nav>\n");
    module.entries().forEach(entry -> entry(entry, "", body));
    return html("Module " + module.name(), body.toString());
  }

  private static void entry(Entry entry, String owner, StringBuilder body) {
    String id = owner + entry.name();
    body.append("<div class=\"signature\" id=\"").append(id).append("\">").append(escaped(entry.signature())).append("</div>\n");
    body.append(prose(entry.text()));
    if (!entry.members().isEmpty()) {
      body.append("<div class=\"members\">\n");
      entry.members().forEach(member -> entry(member, id + ".", body));
      body.append("</div>\n");
    }
  }

  private static String html(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title) + "</title>\n<style>\n" + STYLE
        + "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n" + body + "</body>\n</html>\n";
  }

  private static String firstParagraph(String text) {
    return text.split("\n\\s*\n", 2)[0];
  }

  /// Paragraphs are separated by empty lines; one whose lines are all indented is shown as it is.
  private static String prose(String text) {
    var html = new StringBuilder();
    for (String paragraph : text.split("\n\\s*\n")) {
      if (!paragraph.isBlank() && paragraph.lines().allMatch(line -> line.startsWith("    ") || line.startsWith(">>>"))) {
        html.append("<pre>").append(escaped(paragraph.stripIndent())).append("</pre>\n");
      } else if (!paragraph.isBlank()) {
        html.append("<p>").append(inline(paragraph)).append("</p>\n");
      }
    }
    return html.toString();
  }

  private static String inline(String text) {
    return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
