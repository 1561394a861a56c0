package org.example.demo;

import io.codonj.api.plugin.CommandExtension;
import java.util.List;

/// `codonj demo-hello NAME`.
final class HelloCommand implements CommandExtension {
  @Override
  public String name() {
    return "demo-hello";
  }

  @Override
  public String summary() {
    return "Greet somebody.";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    if (arguments.isEmpty()) {
      console.err().println("demo-hello: whom?");
      return 2;
    }
    console.out().println("hello " + String.join(" ", arguments));
    return 0;
  }
}
