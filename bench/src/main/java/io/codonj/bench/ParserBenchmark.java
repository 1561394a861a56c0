package io.codonj.bench;

import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Parses the file that the system property `codonj.bench.file` names, in milliseconds: warm, and as the first parse of a JVM, which is what a user waits for.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParserBenchmark {
  private SourceFile file = new SourceFile("", "");

  @Setup
  public void read() throws IOException {
    String path = System.getProperty("codonj.bench.file", "");
    file = new SourceFile(path, Files.readString(Path.of(path)));
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public ParseResult warm() {
    return Parser.parse(file, "benchmark", SyntaxOptions.DEFAULT);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(value = 5, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public ParseResult cold() {
    return Parser.parse(file, "benchmark", SyntaxOptions.DEFAULT);
  }
}
