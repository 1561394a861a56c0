package io.codonj.core.syntax.recovery;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.lex.TokenBuffer;
import org.antlr.v4.runtime.ParserRuleContext;

/// Mistakes that CPython's grammar has a rule and a message for.
final class SpecificErrors {
  private SpecificErrors() {}

  /// The message, or nothing when the mistake is none of these.
  static String find(TokenBuffer tokens, int at, int expected, ParserRuleContext context) {
    int type = tokens.type(at);
    int before = at > 0 ? tokens.type(at - 1) : 0;
    int rule = context.getRuleIndex();
    if (expected == ELSE && rule == RULE_expression) {
      return "expected 'else' after 'if' expression";
    }
    if (rule == RULE_functionDefinition && expected == LPAR) {
      return "expected '('";
    }
    if (type == LPAR && (rule == RULE_functionDefinition || rule == RULE_parameter)) {
      return "Function parameters cannot be parenthesized";
    }
    if (type == LPAR && (rule == RULE_lambdaParameter || rule == RULE_expression && before == LAMBDA)) {
      return "Lambda expression parameters cannot be parenthesized";
    }
    boolean inLambda = rule == RULE_expression && expected == COLON;
    if (type == STAR && before == SLASH && (inLambda || within(context, RULE_parameter, RULE_lambdaParameter))) {
      return "expected comma between / and *";
    }
    boolean missing = rule == RULE_operand || rule == RULE_expression && expected == 0;
    if (missing && before == ASSIGN && within(context, RULE_parameter, RULE_lambdaParameter)) {
      return "expected default value expression";
    }
    if (type == FOR && (expected == RBRACK || expected == RBRACE)) {
      return "did you forget parentheses around the comprehension target?";
    }
    if (before == COLON && within(context, RULE_braceItem, RULE_braceItem)) {
      return type == STAR
          ? "cannot use a starred expression in a dictionary value"
          : "expression expected after dictionary key and ':'";
    }
    if (rule == RULE_pattern && expected == NAME) {
      return "invalid pattern target";
    }
    if (type == TRAILING_COMMA && lineBegins(tokens, at, FROM)) {
      return "trailing comma not allowed without surrounding parentheses";
    }
    return "";
  }

  /// Whether the innermost rule of more than operators and operands is one of two.
  private static boolean within(ParserRuleContext context, int first, int second) {
    ParserRuleContext outer = context;
    while (outer.getRuleIndex() == RULE_operand
        || outer.getRuleIndex() == RULE_operation
        || outer.getRuleIndex() == RULE_expression) {
      outer = (ParserRuleContext) outer.getParent();
    }
    int rule = outer.getRuleIndex();
    return rule == first || rule == second || first == RULE_parameter && rule == RULE_functionDefinition;
  }

  private static boolean lineBegins(TokenBuffer tokens, int at, int type) {
    int i = at;
    while (i > 0 && !separates(tokens.type(i - 1))) {
      i--;
    }
    return tokens.type(i) == type;
  }

  private static boolean separates(int type) {
    return type == NEWLINE || type == INDENT || type == DEDENT || type == SEMICOLON || type == COLON;
  }
}
