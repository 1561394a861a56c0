package io.codonj.api.ast;

import java.util.List;

/// A whole source file. `nodeCount` is one more than the largest node number in it.
public record Module(Origin at, String name, List<Stmt> body, int nodeCount) implements Node {
  public Module {
    body = List.copyOf(body);
  }
}
