package org.ptstress.stress.race;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.util.TestLineReader;

/**
 * The generated tests, from all test lists on the class path. jcstress's {@code TestList} reads
 * only the first list. In an outside build that list is empty: javac finds jcstress's annotation
 * processor on the test class path, and the processor writes a list even without tests.
 */
final class RaceTests {
  private final Map<String, TestInfo> byName;

  private RaceTests(Map<String, TestInfo> byName) {
    this.byName = byName;
  }

  /** The tests on the class path of this class. */
  static RaceTests all() {
    return Holder.ALL;
  }

  /** The tests of some lists. */
  static RaceTests of(List<URL> lists) throws IOException {
    Map<String, TestInfo> byName = new LinkedHashMap<>();
    for (URL list : lists) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(list.openStream(), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          TestLineReader reader = new TestLineReader(line);
          if (reader.isCorrect()) {
            TestInfo test = read(reader);
            byName.put(test.name(), test);
          }
        }
      }
    }
    return new RaceTests(byName);
  }

  /** Reads a line that {@code TestLineWriter} of jcstress's processor has written. */
  @SuppressWarnings("EnumOrdinal") // the format contains ordinals of jcstress's enum
  private static TestInfo read(TestLineReader line) {
    String name = line.nextString();
    String binaryName = line.nextString();
    String runner = line.nextString();
    String description = line.nextString();
    int actors = line.nextInt();
    List<String> actorNames = new ArrayList<>();
    for (int i = 0; i < actors; i++) {
      actorNames.add(line.nextString());
    }
    boolean requiresFork = line.nextBoolean();
    TestInfo test =
        new TestInfo(name, binaryName, runner, description, actors, actorNames, requiresFork);
    int cases = line.nextInt();
    for (int i = 0; i < cases; i++) {
      Expect expect = Expect.values()[line.nextInt()];
      String text = line.nextString();
      int states = line.nextInt();
      for (int state = 0; state < states; state++) {
        test.addCase(new StateCase(Pattern.compile(line.nextString()), expect, text));
      }
    }
    int references = line.nextInt();
    for (int i = 0; i < references; i++) {
      test.addRef(line.nextString());
    }
    return test;
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** The test of a scenario. */
  TestInfo of(String scenario) {
    TestInfo test = byName.get(RaceResults.testName(scenario));
    if (test == null) {
      throw new IllegalStateException("No list of tests on the class path has " + scenario + ".");
    }
    return test;
  }

  /** Loads the lists lazily, once. */
  private static final class Holder {
    static final RaceTests ALL = read();

    private static RaceTests read() {
      String name = TestList.LIST.substring(1);
      try {
        return of(Collections.list(RaceTests.class.getClassLoader().getResources(name)));
      } catch (IOException e) {
        throw new UncheckedIOException("The lists of tests cannot be read.", e);
      }
    }
  }
}
