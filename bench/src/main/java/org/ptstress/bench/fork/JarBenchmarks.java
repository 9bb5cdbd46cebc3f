package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Version;

/** The benchmarks that a jar brings, by JMH's list in it. */
public final class JarBenchmarks {
  private JarBenchmarks() {}

  /**
   * Reads the list of a jar.
   *
   * @param jar the jar
   * @return classes and methods, as JMH writes them; empty if the jar has no list
   * @throws IOException if it cannot be read, or has a line that this JMH did not write
   */
  public static Set<String> of(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry list = file.getJarEntry(BenchmarkList.BENCHMARK_LIST.substring(1));
      if (list == null) {
        return Set.of();
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(file.getInputStream(list), UTF_8))) {
        // A merged list has empty lines, which BenchmarkList.readBenchmarkList refuses, though
        // JMH's own runs do not.
        return lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> benchmark(line, jar))
            .collect(Collectors.toUnmodifiableSet());
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private static String benchmark(String line, Path jar) {
    try {
      return new BenchmarkListEntry(line).getUsername();
    } catch (RuntimeException e) {
      // JMH throws different exceptions for a damaged line.
      throw new UncheckedIOException(
          new IOException(
              "%s of %s has a line that JMH %s does not write: %s"
                  .formatted(BenchmarkList.BENCHMARK_LIST, jar, Version.getPlainVersion(), line),
              e));
    }
  }
}
