package io.codonj.core.backend.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.core.backend.llvm.LinkedPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {
  @TempDir Path directory;

  private LinkRequest request(LinkRequest.Kind kind, List<String> libraries, List<String> flags, Path output) {
    return new LinkRequest(
        LinkedPrograms.LINKER, LinkedPrograms.RUNTIME, kind, List.of(), libraries, List.of(), flags, output);
  }

  private LinkRequest executable(Path output) {
    return request(LinkRequest.Kind.EXECUTABLE, List.of(), List.of(), output);
  }

  @Test
  void makesAnExecutableAndASharedLibrary() {
    byte[] object = LinkedPrograms.calling("getpid");
    Path program = directory.resolve("program");
    assertThat(Linker.link(object, executable(program))).isEmpty();
    assertThat(Files.isExecutable(program)).isTrue();
    Path library = directory.resolve("libprogram.so");
    assertThat(Linker.link(object, request(LinkRequest.Kind.SHARED_LIBRARY, List.of(), List.of(), library))).isEmpty();
    assertThat(library).isNotEmptyFile();
  }

  @Test
  void undefinedSymbolIsNamed() {
    var problems = Linker.link(LinkedPrograms.calling("no_such_function"), executable(directory.resolve("x")));
    assertThat(problems).singleElement().satisfies(
        each -> {
          assertThat(each.code()).isEqualTo(LinkError.UNDEFINED_SYMBOL);
          assertThat(each.message()).contains("'no_such_function'");
        });
  }

  @Test
  void missingLibraryIsNamed() {
    var request = request(LinkRequest.Kind.EXECUTABLE, List.of("nosuchlibrary"), List.of(), directory.resolve("x"));
    assertThat(Linker.link(LinkedPrograms.calling("getpid"), request)).singleElement().satisfies(
        each -> assertThat(each.code()).isEqualTo(LinkError.LIBRARY_NOT_FOUND));
  }

  @Test
  void librariesWithoutDevelopmentFilesAreFound() {
    var request = request(LinkRequest.Kind.EXECUTABLE, List.of("m", "gcc_s"), List.of(), directory.resolve("x"));
    assertThat(Linker.link(LinkedPrograms.calling("getpid"), request)).isEmpty();
  }

  @Test
  void outputThatCannotBeWritten() {
    var problems = Linker.link(LinkedPrograms.calling("getpid"), executable(directory.resolve("missing/program")));
    assertThat(problems).singleElement().satisfies(
        each -> assertThat(each.code()).isEqualTo(LinkError.OUTPUT_NOT_WRITABLE));
  }

  @Test
  void refusedFlagShowsWhatTheLinkerSaid() {
    var request = request(LinkRequest.Kind.EXECUTABLE, List.of(), List.of("--no-such-flag"), directory.resolve("x"));
    assertThat(Linker.link(LinkedPrograms.calling("getpid"), request)).singleElement().satisfies(
        each -> {
          assertThat(each.code()).isEqualTo(LinkError.LINKER_FAILED);
          assertThat(each.notes().getFirst()).contains("--no-such-flag");
        });
  }
}
