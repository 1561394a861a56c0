package io.codonj.core.syntax.lex;

import io.codonj.api.source.SourceFile;
import java.util.Arrays;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/// All tokens of a file, and the parser's position among them.
public final class TokenBuffer implements TokenStream, TokenSource {
  private final SourceFile file;
  private SourceToken[] tokens;
  private int count;
  private int position;

  TokenBuffer(SourceFile file) {
    this.file = file;
    this.tokens = new SourceToken[Math.max(64, file.text().length() / 5)];
  }

  SourceToken add(int type, int start, int end, @Nullable String text) {
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, count * 2);
    }
    var token = new SourceToken(file, type, start, end, count, text);
    tokens[count++] = token;
    return token;
  }

  public SourceFile file() {
    return file;
  }

  @Override
  public SourceToken get(int index) {
    return tokens[index];
  }

  public int type(int index) {
    return tokens[index].getType();
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public SourceToken LT(int offset) {
    int wanted = offset > 0 ? position + offset - 1 : position + offset;
    return tokens[Math.max(0, Math.min(wanted, count - 1))];
  }

  @Override
  public int LA(int offset) {
    return LT(offset).getType();
  }

  @Override
  public void consume() {
    if (position < count - 1) {
      position++;
    }
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public String getSourceName() {
    return file.path();
  }

  @Override
  public TokenSource getTokenSource() {
    return this;
  }

  @Override
  public String getText(Interval interval) {
    return file.text().substring(tokens[interval.a].start(), tokens[interval.b].end());
  }

  @Override
  public String getText() {
    return file.text();
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token first, Token last) {
    return getText(Interval.of(first.getTokenIndex(), last.getTokenIndex()));
  }

  // The parser takes its input from here as a stream; as a source the buffer only replays it.

  @Override
  public Token nextToken() {
    Token token = LT(1);
    consume();
    return token;
  }

  @Override
  public int getLine() {
    return LT(1).getLine();
  }

  @Override
  public int getCharPositionInLine() {
    return LT(1).getCharPositionInLine();
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {}

  @Override
  public @Nullable TokenFactory<?> getTokenFactory() {
    return null;
  }
}
