package io.codonj.core.syntax.lex;

import io.codonj.api.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/// A token as offsets into its source. Lines and columns are computed when somebody asks.
public final class SourceToken implements Token {
  private final SourceFile file;
  private int type;
  private final int start;
  private int end;
  private final int index;
  private final @Nullable String text;

  SourceToken(SourceFile file, int type, int start, int end, int index, @Nullable String text) {
    this.file = file;
    this.type = type;
    this.start = start;
    this.end = end;
    this.index = index;
    this.text = text;
  }

  /// The offset of the first char.
  public int start() {
    return start;
  }

  /// The offset after the last char.
  public int end() {
    return end;
  }

  void retype(int newType) {
    type = newType;
  }

  void extend(int newType, int newEnd) {
    type = newType;
    end = newEnd;
  }

  @Override
  public String getText() {
    return text != null ? text : file.text().substring(start, end);
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getLine() {
    return file.line(start);
  }

  @Override
  public int getCharPositionInLine() {
    return file.column(start) - 1;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return type + ":" + getText();
  }
}
