package org.ptstress.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is small enough to be read as a whole: at most 25 files, in every module. */
final class PackageSizeTest {
  private static final int MOST = 25;
  private static final List<String> SOURCES = List.of("src/main/java", "src/test/java");

  @Test
  void noPackageHasMoreFilesThanCanBeTakenIn() throws IOException {
    assertThat(modules(Path.of(".."))).contains("model", "run", "stress", "bench", "reports");
    assertThat(tooLarge(Path.of(".."))).isEmpty();
  }

  /** The control. */
  @Test
  void oneFileTooManyIsSeen(@TempDir Path root) throws IOException {
    Path module = Files.createDirectories(root.resolve("run"));
    Files.createFile(module.resolve("pom.xml"));
    Path folder = Files.createDirectories(module.resolve("src/test/java/org/example"));
    for (int i = 0; i < MOST; i++) {
      Files.createFile(folder.resolve("Type" + i + ".java"));
    }
    assertThat(tooLarge(root)).isEmpty();
    Files.createFile(folder.resolve("package-info.java"));
    assertThat(tooLarge(root))
        .isEqualTo(Map.of(Path.of("run/src/test/java/org/example"), MOST + 1L));
  }

  private static List<String> modules(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("pom.xml")))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** The number of files of each package that has too many, by its folder below the root. */
  private static Map<Path, Long> tooLarge(Path root) throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    for (String module : modules(root)) {
      for (String source : SOURCES) {
        Path folder = root.resolve(module).resolve(source);
        if (Files.exists(folder)) {
          sizes.putAll(sizes(root, folder));
        }
      }
    }
    sizes.values().removeIf(size -> size <= MOST);
    return sizes;
  }

  private static Map<Path, Long> sizes(Path root, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.groupingBy(
                  file -> root.relativize(file.getParent()), Collectors.counting()));
    }
  }
}
