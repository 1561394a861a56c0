package io.codonj.core.syntax.binary;

/// What writer and reader agree on. Any change to tags or components is a new version.
final class Format {
  static final String MAGIC = "CJAST";
  static final int VERSION = 1;

  private Format() {}

  /// Tags of expressions.
  static final class Exprs {
    static final int NAME = 0;
    static final int INTEGER = 1;
    static final int BIG_INTEGER = 2;
    static final int FLOAT = 3;
    static final int STRING = 4;
    static final int BYTES = 5;
    static final int PREFIXED = 6;
    static final int FSTRING = 7;
    static final int TRUE = 8;
    static final int FALSE = 9;
    static final int NONE = 10;
    static final int ELLIPSIS = 11;
    static final int DISPLAY = 12;
    static final int DICT = 13;
    static final int COMPREHENSION = 14;
    static final int UNARY = 15;
    static final int BINARY = 16;
    static final int LOGICAL = 17;
    static final int COMPARISON = 18;
    static final int CONDITIONAL = 19;
    static final int LAMBDA = 20;
    static final int CALL = 21;
    static final int ATTRIBUTE = 22;
    static final int SUBSCRIPT = 23;
    static final int SLICE = 24;
    static final int STARRED = 25;
    static final int AWAIT = 26;
    static final int YIELD = 27;
    static final int YIELD_FROM = 28;
    static final int WALRUS = 29;
    static final int PIPE = 30;
    static final int KEYWORD = 31;

    private Exprs() {}
  }

  /// Tags of statements.
  static final class Stmts {
    static final int EXPRESSION = 0;
    static final int ASSIGN = 1;
    static final int AUGMENTED_ASSIGN = 2;
    static final int ANNOTATED_ASSIGN = 3;
    static final int RETURN = 4;
    static final int RAISE = 5;
    static final int ASSERT = 6;
    static final int DELETE = 7;
    static final int PASS = 8;
    static final int BREAK = 9;
    static final int CONTINUE = 10;
    static final int GLOBAL = 11;
    static final int NONLOCAL = 12;
    static final int IMPORT = 13;
    static final int IMPORT_FROM = 14;
    static final int IF = 15;
    static final int WHILE = 16;
    static final int FOR = 17;
    static final int TRY = 18;
    static final int WITH = 19;
    static final int MATCH = 20;
    static final int FUNCTION = 21;
    static final int CLASS = 22;
    static final int TYPE_ALIAS = 23;
    static final int PRINT = 24;
    static final int KEYWORD = 25;
    static final int REGION = 26;

    private Stmts() {}
  }

  /// Tags of patterns.
  static final class Patterns {
    static final int VALUE = 0;
    static final int RANGE = 1;
    static final int CAPTURE = 2;
    static final int WILDCARD = 3;
    static final int SEQUENCE = 4;
    static final int STAR = 5;
    static final int MAPPING = 6;
    static final int CLASS = 7;
    static final int OR = 8;
    static final int AS = 9;

    private Patterns() {}
  }
}
