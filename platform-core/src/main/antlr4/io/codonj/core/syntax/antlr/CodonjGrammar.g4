// Python 3.13 and the dialect, LL(1)-shaped: every decision is a switch on one token.
//
// How the usual conflicts are avoided:
//  - operators form one flat list (`operation`); precedence is applied when the tree is built;
//  - targets of `for` are operands, so `in` is never taken for a comparison;
//  - a comma before a closing token arrives as TRAILING_COMMA;
//  - soft keywords, `is not`, `not in` and the parenthesis of `with (…):` are settled in the token stream;
//  - what the rules accept too liberally is refused by the tree builder, with a better message.
//
// No parse tree is built: the builder reads labels only, so every reference that matters has one.
parser grammar CodonjGrammar;

options {
  superClass = RecoveringParser;
}

tokens {
  NEWLINE, INDENT, DEDENT, ERROR, VERBATIM,
  NAME, INTEGER, FLOAT, STRING, FSTRING_START, FSTRING_MIDDLE, FSTRING_END,

  FALSE, NONE, TRUE, AND, AS, ASSERT, ASYNC, AWAIT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE, EXCEPT, FINALLY,
  FOR, FROM, GLOBAL, IF, IMPORT, IN, IS, LAMBDA, NONLOCAL, NOT, OR, PASS, RAISE, RETURN, TRY, WHILE, WITH, YIELD,

  MATCH, CASE, TYPE, PRINT, PLUGIN_STATEMENT, PLUGIN_OPERATOR, WITH_PAREN, IS_NOT, NOT_IN,

  LPAR, RPAR, LBRACK, RBRACK, LBRACE, RBRACE, DOT, COMMA, TRAILING_COMMA, COLON, SEMICOLON, ARROW, ELLIPSIS, BANG, SPEC,
  ASSIGN, AUGMENTED_ASSIGN, WALRUS, AT,
  PLUS, MINUS, STAR, SLASH, DOUBLE_SLASH, PERCENT, DOUBLE_STAR, LEFT_SHIFT, RIGHT_SHIFT, AMPERSAND, BAR, CARET, TILDE,
  LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL, PIPE, PARALLEL_PIPE
}

@header {
import io.codonj.core.syntax.recovery.RecoveringParser;
}

@members {
@Override
protected ParserRuleContext nestedStatement() {
  return statement();
}
}

// Errors unwind to the innermost statement, which knows how to go on.
@rulecatch {
}

// ---- Statements

file: statements+=statement* EOF;

statement returns [ParserRuleContext node]
  : line=simpleLine {$node = $line.ctx;}
  | ifRule=ifStatement {$node = $ifRule.ctx;}
  | whileRule=whileStatement {$node = $whileRule.ctx;}
  | forRule=forStatement {$node = $forRule.ctx;}
  | tryRule=tryStatement {$node = $tryRule.ctx;}
  | withRule=withStatement {$node = $withRule.ctx;}
  | functionRule=functionDefinition {$node = $functionRule.ctx;}
  | classRule=classDefinition {$node = $classRule.ctx;}
  | decoratedRule=decorated {$node = $decoratedRule.ctx;}
  | asyncRule=asyncStatement {$node = $asyncRule.ctx;}
  | matchRule=matchStatement {$node = $matchRule.ctx;}
  | pluginRule=pluginStatement {$node = $pluginRule.ctx;}
  | unexpected
  ;
  catch [RecognitionException problem] {
    recoverFrom(_localctx, problem);
  }

// Whatever can neither begin a statement nor continue a compound one; a stray `else` ends the block instead, and the
// mismatch with DEDENT is where it is reported.
unexpected
  : ~(DEDENT | ELIF | ELSE | EXCEPT | FINALLY | CASE
      | NAME | INTEGER | FLOAT | STRING | FSTRING_START | FALSE | NONE | TRUE | ASSERT | ASYNC | AWAIT | BREAK
      | CLASS | CONTINUE | DEF | DEL | FOR | FROM | GLOBAL | IF | IMPORT | LAMBDA | NONLOCAL | NOT | PASS | RAISE
      | RETURN | TRY | WHILE | WITH | YIELD | MATCH | TYPE | PRINT | PLUGIN_STATEMENT | PLUGIN_OPERATOR | LPAR | LBRACK
      | LBRACE | ELLIPSIS | AT | PLUS | MINUS | STAR | TILDE) {refuse();}
  ;

block
  : COLON (line=simpleLine | NEWLINE INDENT statements+=statement+ DEDENT)
  ;

simpleLine: first=simpleStatement (SEMICOLON rest+=simpleStatement)* NEWLINE;

simpleStatement returns [ParserRuleContext node]
  : expressionRule=expressionStatement {$node = $expressionRule.ctx;}
  | returnRule=returnStatement {$node = $returnRule.ctx;}
  | importRule=importStatement {$node = $importRule.ctx;}
  | fromRule=fromStatement {$node = $fromRule.ctx;}
  | raiseRule=raiseStatement {$node = $raiseRule.ctx;}
  | assertRule=assertStatement {$node = $assertRule.ctx;}
  | delRule=delStatement {$node = $delRule.ctx;}
  | keywordRule=keywordStatement {$node = $keywordRule.ctx;}
  | scopeRule=scopeStatement {$node = $scopeRule.ctx;}
  | typeRule=typeAlias {$node = $typeRule.ctx;}
  | printRule=printStatement {$node = $printRule.ctx;}
  ;

expressionStatement
  : first=value
    ( COLON annotation=expression (ASSIGN assigned=value)?
    | operator=AUGMENTED_ASSIGN assigned=value
    | (ASSIGN rest+=value)+
    )?
  ;

value: yieldRule=yieldExpression | expressions=starExpressions;

returnStatement: RETURN expressions=starExpressions?;

raiseStatement: RAISE (exception_=expression (FROM cause=expression)?)?;

assertStatement: ASSERT condition=expression (COMMA message=expression)?;

delStatement: DEL list=targets;

keywordStatement: keyword=(PASS | BREAK | CONTINUE);

scopeStatement: keyword=(GLOBAL | NONLOCAL) names+=NAME (COMMA names+=NAME)*;

typeAlias: TYPE name=NAME parameters=typeParameters? ASSIGN aliased=expression;

printStatement: PRINT values+=expression (COMMA values+=expression)* comma=TRAILING_COMMA?;

importStatement: IMPORT modules+=importedModule (COMMA modules+=importedModule)*;

importedModule: path=dottedName (AS alias=NAME)?;

fromStatement
  : FROM dots+=(DOT | ELLIPSIS)* path=dottedName? IMPORT
    ( star=STAR
    | names+=importedName (COMMA names+=importedName)*
    | LPAR names+=importedName (COMMA names+=importedName)* TRAILING_COMMA? RPAR
    )
  ;

importedName
  : path=dottedName
    (open=LPAR (parameters+=foreignParameter (COMMA parameters+=foreignParameter)* TRAILING_COMMA?)? RPAR)?
    (ARROW result=expression | COLON type_=expression)?
    (AS alias=NAME)?
  ;

foreignParameter: first=expression (COLON type_=expression)?;

dottedName: names+=NAME (DOT names+=NAME)*;

ifStatement
  : IF condition=namedExpression body=block clauses+=elifClause* (ELSE orElse=block)?
  ;

elifClause: ELIF condition=namedExpression body=block;

whileStatement: WHILE condition=namedExpression body=block orElse=loopElse?;

forStatement: FOR list=targets IN iterable=starExpressions body=block orElse=loopElse?;

// The dialect spells it `else not break:`, too.
loopElse: ELSE (NOT BREAK)? body=block;

tryStatement
  : TRY body=block
    ( handlers+=exceptClause+ (ELSE orElse=block)? (FINALLY finalBody=block)?
    | FINALLY finalBody=block
    )
  ;

exceptClause
  : EXCEPT star=STAR? (type_=expression (comma=COMMA others+=expression)* (AS name=NAME)?)? body=block
  ;

withStatement
  : WITH
    ( WITH_PAREN items+=withItem (COMMA items+=withItem)* TRAILING_COMMA? RPAR
    | items+=withItem (COMMA items+=withItem)*
    )
    body=block
  ;

withItem: context_=expression (AS goal=target)?;

asyncStatement returns [ParserRuleContext node]
  : ASYNC
    ( functionRule=functionDefinition {$node = $functionRule.ctx;}
    | forRule=forStatement {$node = $forRule.ctx;}
    | withRule=withStatement {$node = $withRule.ctx;}
    )
  ;

decorated returns [ParserRuleContext node]
  : decorators+=decorator+
    ( functionRule=functionDefinition {$node = $functionRule.ctx;}
    | classRule=classDefinition {$node = $classRule.ctx;}
    | asyncRule=asyncStatement {$node = $asyncRule.ctx;}
    | forRule=forStatement {$node = $forRule.ctx;}
    )
  ;

decorator: AT decoration=namedExpression NEWLINE;

functionDefinition
  : DEF name=NAME generics=typeParameters?
    LPAR (parameters+=parameter (COMMA parameters+=parameter)* TRAILING_COMMA?)? RPAR
    (ARROW returns_=expression)?
    body=functionBody
  ;

functionBody
  : COLON (line=simpleLine | text=VERBATIM | NEWLINE INDENT statements+=statement+ DEDENT)
  ;

parameter
  : name=NAME (COLON annotation=expression)? (ASSIGN default_=expression)?
  | star=STAR (name=NAME (COLON unpack=STAR? annotation=expression)? (ASSIGN default_=expression)?)?
  | star=DOUBLE_STAR name=NAME (COLON annotation=expression)? (ASSIGN default_=expression)?
  | star=SLASH
  ;

classDefinition
  : CLASS name=NAME generics=typeParameters?
    (LPAR (arguments+=argument (COMMA arguments+=argument)* TRAILING_COMMA?)? RPAR)?
    body=block
  ;

typeParameters: LBRACK items+=typeParameter (COMMA items+=typeParameter)* TRAILING_COMMA? RBRACK;

typeParameter
  : star=(STAR | DOUBLE_STAR)? name=NAME (COLON bound=expression)? (ASSIGN default_=starExpression)?
  ;

pluginStatement
  : keyword=PLUGIN_STATEMENT operand_=starExpressions? (body=block | NEWLINE)
  ;

matchStatement
  : MATCH subject=matchSubject COLON NEWLINE INDENT cases+=caseClause+ DEDENT
  ;

matchSubject: first=starNamedExpression (COMMA rest+=starNamedExpression)* comma=TRAILING_COMMA?;

caseClause: CASE patterns=openPattern (IF guard=namedExpression)? body=block;

// ---- Patterns

openPattern: first=pattern (COMMA rest+=pattern)* comma=TRAILING_COMMA?;

pattern: first=closedPattern (BAR rest+=closedPattern)* (AS name=NAME)?;

closedPattern
  : literal=literalPattern (range=ELLIPSIS last=literalPattern)?
  | constant=(NONE | TRUE | FALSE)
  | path=dottedName
    ( open=LPAR (arguments+=patternArgument (COMMA arguments+=patternArgument)* TRAILING_COMMA?)? RPAR
    | WALRUS captured=closedPattern
    )?
  | open=LPAR items=openPattern? RPAR
  | open=LBRACK items=openPattern? RBRACK
  | open=LBRACE (entries+=mappingEntry (COMMA entries+=mappingEntry)* TRAILING_COMMA?)? RBRACE
  | star=STAR name=NAME
  | rest=ELLIPSIS
  ;

literalPattern
  : sign=MINUS? number=(INTEGER | FLOAT) (operator=(PLUS | MINUS) imaginary=(INTEGER | FLOAT))?
  | text=strings
  ;

patternArgument: first=pattern (ASSIGN keywordValue=pattern)?;

mappingEntry
  : ( literal=literalPattern | constant=(NONE | TRUE | FALSE) | path=dottedName ) COLON entryValue=pattern
  | DOUBLE_STAR rest=NAME
  ;

// ---- Expressions

starExpressions: first=starExpression (COMMA rest+=starExpression)* comma=TRAILING_COMMA?;

starExpression: star=STAR starred=operation | plain=expression;

namedExpression: first=expression (WALRUS assigned=expression)?;

starNamedExpression: star=STAR starred=operation | first=expression (WALRUS assigned=expression)?;

yieldExpression: YIELD (FROM source=expression | expressions=starExpressions)?;

expression
  : first=operation (IF condition=operation ELSE otherwise=expression)?
  | LAMBDA (parameters+=lambdaParameter (COMMA parameters+=lambdaParameter)* TRAILING_COMMA?)? COLON body=expression
  | keyword=PLUGIN_OPERATOR body=expression
  ;

lambdaParameter
  : name=NAME (ASSIGN default_=expression)?
  | star=STAR (name=NAME (ASSIGN default_=expression)?)?
  | star=DOUBLE_STAR name=NAME (ASSIGN default_=expression)?
  | star=SLASH
  ;

operation
  : first=operand
    ( operators+=( PLUS | MINUS | STAR | SLASH | DOUBLE_SLASH | PERCENT | AT | DOUBLE_STAR | LEFT_SHIFT | RIGHT_SHIFT
                 | AMPERSAND | BAR | CARET | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | EQUAL | NOT_EQUAL
                 | IN | NOT_IN | IS | IS_NOT | AND | OR | PIPE | PARALLEL_PIPE )
      rest+=operand
    )*
  ;

operand
  : prefixes+=(NOT | MINUS | PLUS | TILDE)* awaits=AWAIT?
    ( simple=(NAME | INTEGER | FLOAT | NONE | TRUE | FALSE | ELLIPSIS)
    | text=strings
    | group=parenthesized
    | list=listDisplay
    | braces=braceDisplay
    )
    trailers+=trailer*
  ;

trailer
  : open=DOT name=NAME
  | open=LPAR (arguments+=argument (COMMA arguments+=argument)* comma=TRAILING_COMMA?)? close=RPAR
  | open=LBRACK first=subscript (COMMA rest+=subscript | comma=TRAILING_COMMA rest+=subscript?)* close=RBRACK
  ;

argument
  : star=(STAR | DOUBLE_STAR) first=expression
  | first=expression (WALRUS assigned=expression | ASSIGN keywordValue=expression | clauses=comprehension)?
  ;

subscript
  : star=STAR starred=operation
  | start_=expression (WALRUS assigned=expression | colon=COLON stop_=expression? (COLON step=expression?)?)?
  | bare=bareSlice
  ;

bareSlice: COLON stop_=expression? (COLON step=expression?)?;

parenthesized
  : LPAR
    ( yieldRule=yieldExpression
    | first=starNamedExpression (clauses=comprehension | (COMMA rest+=starNamedExpression)* comma=TRAILING_COMMA?)
    )?
    RPAR
  ;

listDisplay
  : LBRACK
    (first=starNamedExpression (clauses=comprehension | (COMMA rest+=starNamedExpression)* TRAILING_COMMA?))?
    RBRACK
  ;

braceDisplay
  : LBRACE
    (first=braceItem (clauses=comprehension | (COMMA rest+=braceItem)* TRAILING_COMMA?))?
    RBRACE
  ;

braceItem
  : star=(STAR | DOUBLE_STAR) starred=operation
  | first=expression (COLON entryValue=expression | WALRUS assigned=expression)?
  ;

comprehension: clauses+=comprehensionClause+;

comprehensionClause
  : async=ASYNC? FOR list=targets IN iterable=operation (IF conditions+=operation)*
  ;

targets: first=target (COMMA rest+=target)* comma=TRAILING_COMMA?;

target: star=STAR? goal=operand;

// ---- Strings

strings: pieces+=stringPiece+;

stringPiece: plain=STRING | FSTRING_START parts+=fstringPart* FSTRING_END;

fstringPart
  : text=FSTRING_MIDDLE
  | LBRACE content=value debug=ASSIGN? (BANG conversion=NAME)? (colon=SPEC spec+=fstringPart*)? close=RBRACE
  ;
