package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that the documents tell a reader to enter: lines of code, and code in sentences. */
final class DocumentedCommands {
  private static final Path ROOT = Path.of("..");
  private static final String COMMAND = "(?:(?:\\./)?ptstress|mvn|\\.ci/run)(?: [^`#\\n]*)?";
  private static final Pattern LINE = Pattern.compile("(?m)^ {4,}(" + COMMAND + ")(?:#.*)?$");
  private static final Pattern INLINE = Pattern.compile("`(" + COMMAND + ")`");

  private DocumentedCommands() {}

  /** Those of all documents, each once. */
  static Set<String> all() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> files =
          Stream.concat(
                  Stream.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md").map(ROOT::resolve),
                  docs.filter(file -> file.toString().endsWith(".md")).sorted())
              .toList();
      for (Path file : files) {
        commands.addAll(of(Files.readString(file, UTF_8)));
      }
    }
    return commands;
  }

  /** Those of a document, with the options in brackets, and {@code ./ptstress} for its name. */
  static Set<String> of(String document) {
    Set<String> commands = new LinkedHashSet<>();
    for (Pattern pattern : List.of(LINE, INLINE)) {
      Matcher matcher = pattern.matcher(document);
      while (matcher.find()) {
        commands.add(
            matcher.group(1).strip().replaceAll("[\\[\\]]", "").replaceFirst("^ptst", "./ptst"));
      }
    }
    return commands;
  }

  /** Whether a line of a script has every word of a command, in any order. */
  static boolean isIn(Path script, String command) throws IOException {
    List<String> words = Arrays.asList(command.split(" ", -1));
    return Files.readAllLines(ROOT.resolve(script), UTF_8).stream()
        .map(line -> Arrays.asList(line.strip().split("[ )\"]+", -1)))
        .anyMatch(line -> line.containsAll(words));
  }
}
