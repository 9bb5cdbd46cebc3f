package org.ptstress.stress.race;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.runners.TestConfig;

/**
 * The compiler directives of a fork: those that jcstress writes for each of its races, in one
 * array. The compiler takes the first that matches a method. They differ only in the inlining of
 * actors; if two races have actors of the same name, only those of the first are inlined.
 */
final class Directives {
  /** More than all races need; the JVM's default of 50 is too low for ten races. */
  static final int LIMIT = 1_000;

  private Directives() {}

  /** The text of the file. */
  static String of(List<TestConfig> configs) {
    return configs.stream()
        .map(Directives::elements)
        .collect(Collectors.joining("\n", "[\n", "]\n"));
  }

  /** The elements of the array that jcstress writes, each with a comma behind it. */
  private static String elements(TestConfig config) {
    StringWriter text = new StringWriter();
    try (PrintWriter writer = new PrintWriter(text)) {
      config.generateDirectives(writer, new Verbosity(0));
    }
    String array = text.toString().strip();
    return array.substring(1, array.length() - 1);
  }
}
