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
 * The generated tests, from every list of tests on the class path. jcstress's {@code TestList}
 * reads the first list alone. In a build of somebody else this is an empty one: javac finds
 * jcstress's processor on the class path of the tests there, which writes a list however few tests
 * it sees.
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
  @SuppressWarnings("EnumOrdinal") // the format has the ordinals of jcstress's own enum
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

  /** Reads the lists once. */
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
