package org.ptstress.bench.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import org.ptstress.run.measurement.Row;

/**
 * The names that benchmarks and profilers have in a jar. It may be of a version that has them in
 * other packages, so classes are matched by their simple names.
 */
final class JarNames {
  private final Set<String> benchmarks;
  private final Set<String> entries;

  private JarNames(Set<String> benchmarks, Set<String> entries) {
    this.benchmarks = benchmarks;
    this.entries = entries;
  }

  /** Reads the first entry of a class path; of a folder, names are those of this version. */
  static JarNames of(String classPath) throws IOException {
    Path first = Path.of(classPath.split(File.pathSeparator, 2)[0]);
    if (!Files.isRegularFile(first)) {
      return new JarNames(Set.of(), Set.of());
    }
    try (JarFile jar = new JarFile(first.toFile())) {
      return new JarNames(
          JarBenchmarks.of(first),
          Set.copyOf(jar.stream().map(entry -> entry.getName()).distinct().toList()));
    }
  }

  Row row(Row row) {
    return benchmarks.stream()
        .filter(
            name -> new Row(name, row.params(), row.threads()).shortName().equals(row.shortName()))
        .findFirst()
        .map(name -> new Row(name, row.params(), row.threads()))
        .orElse(row);
  }

  String of(Class<?> type) {
    String end = "/" + type.getSimpleName() + ".class";
    return entries.stream()
        .filter(entry -> entry.startsWith("org/ptstress/") && entry.endsWith(end))
        .findFirst()
        .map(entry -> entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
        .orElse(type.getName());
  }
}
