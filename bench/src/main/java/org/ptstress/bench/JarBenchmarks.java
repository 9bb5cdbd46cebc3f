package org.ptstress.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The benchmarks that a jar brings, by JMH's list in it. */
public final class JarBenchmarks {
  private JarBenchmarks() {}

  /**
   * Reads the list of a jar.
   *
   * @param jar the jar
   * @return classes and methods, as JMH writes them; empty if the jar has no list
   * @throws IOException if it cannot be read
   */
  public static Set<String> of(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry list = file.getJarEntry(BenchmarkList.BENCHMARK_LIST.substring(1));
      if (list == null) {
        return Set.of();
      }
      try (InputStream in = file.getInputStream(list)) {
        return BenchmarkList.readBenchmarkList(in).stream()
            .map(BenchmarkListEntry::getUsername)
            .collect(Collectors.toUnmodifiableSet());
      }
    }
  }
}
