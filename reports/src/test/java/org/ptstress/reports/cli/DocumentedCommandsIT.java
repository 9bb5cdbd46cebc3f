package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.result.Profile;
import picocli.CommandLine;

/**
 * Runs every command that the documents name, on the shipped jar, once for each of its options;
 * where only values differ, it is read as the jar reads it. What takes longer than seconds runs
 * until its first results are there; other tests run the same commands to their end. What no jar
 * can run stands in a script of the build.
 */
@Order(2) // takes the longest but for MainJobIT
class DocumentedCommandsIT {
  private static final String BASELINE = "baseline";

  /** What a reader puts in the place of a word in capitals. */
  private static final Map<String, String> VALUES =
      Map.of(
          "DIR...", BASELINE,
          "CLAIM...", "NO_LOST_TIMER",
          "CLAIM", "NO_LOST_TIMER",
          "A,B", "GlobalIdr,RfcHash",
          "NAME", "quick",
          "FORM", "script",
          "SECONDS", "60",
          "K/N", "2/4",
          "N", "40");

  /** Commands that take long: other tests wait for their ends. */
  private static final Set<String> LONG = Set.of("run", "judge", "faults", "orders");

  /** What they leave in their folder behind their first phase. */
  private static final String FIRST_RESULT = "host.json";

  /** What measures has to be alone on the machine: its tests are, and run it. */
  private static final Map<String, String> MEASURED =
      Map.of("gate --baseline-jar", "JarGateIT.java");

  /** Takes half an hour of a machine that does nothing else. */
  private static final String RULER = "mvn -Pruler verify";

  @TempDir private Path temp;

  /** The commands that were started, and with which options. */
  private final Set<String> started = new HashSet<>();

  @TestFactory
  Stream<DynamicTest> everyCommandRuns() throws IOException {
    assertThat(DocumentedCommands.all()).hasSizeGreaterThan(30);
    return DocumentedCommands.all().stream()
        .map(command -> dynamicTest(command, () -> requireRun(command)));
  }

  @Test
  void aCommandThatNothingRunsIsFound() {
    for (String command :
        DocumentedCommands.of(
            """
            Enter `ptstress nonsense [--all]`, or:

                ./ptstress judge --designs GlobalIdr --no-such-option   # nobody can
                mvn no-such-goal
            """)) {
      assertThatThrownBy(() -> requireRun(command)).as(command).isInstanceOf(AssertionError.class);
    }
    assertThat(DocumentedCommands.of("    mvn no-such-goal # comment\n"))
        .containsExactly("mvn no-such-goal");
    for (String command :
        List.of(
            "judge --designs NoSuchDesign --claim UNIQUE_IDS",
            "judge --designs GlobalIdr --claim NO_SUCH_CLAIM",
            "run --designs GlobalIdr --no-such-option",
            "run --profile nonsense",
            "faults --faults NoSuchFault")) {
      assertThatThrownBy(() -> requireReadable(List.of(command.split(" ", -1))))
          .as(command)
          .isInstanceOf(Exception.class);
    }
  }

  private void requireRun(String command) throws IOException, InterruptedException {
    if (command.equals(RULER)) {
      assertThat(Path.of("../pom.xml")).content().contains("<id>ruler</id>", "GateRuler.java");
      return;
    }
    if (!command.startsWith("./ptstress")) {
      assertThat(command.equals(".ci/run") || DocumentedCommands.isIn(Path.of(".ci/run"), command))
          .as(command + " is neither run by .ci/run nor by a test")
          .isTrue();
      return;
    }
    List<String> args = new ArrayList<>(List.of(command.split(" +", -1)));
    args.remove(0);
    if (args.isEmpty() || (args.size() == 1 && !args.get(0).matches("claims|designs|litmus"))) {
      // The name of a command in a sentence.
      args.add("--help");
      requireEnd(args, 0);
      return;
    }
    for (Map.Entry<String, String> measured : MEASURED.entrySet()) {
      if (String.join(" ", args).startsWith(measured.getKey())) {
        Path test = Path.of("src/test/java/org/ptstress/reports/cli").resolve(measured.getValue());
        for (String word : args) {
          if (word.startsWith("-") && !word.equals("--out")) {
            assertThat(test).content().contains("\"" + word + "\"");
          }
        }
        return;
      }
    }
    if (args.contains("--image")) {
      // Takes a kernel, which a script of the build fetches.
      for (String word : args) {
        if (word.startsWith("-") && !word.equals("--out")) {
          assertThat(Path.of("../.ci/kernels")).content().contains(word + " ");
        }
      }
      return;
    }
    if (args.get(0).equals("merge")) {
      // MergeTest merges folders of shards.
      requireReadable(args);
      return;
    }
    Path folder = Files.createTempDirectory(temp, "out").resolve("run");
    boolean faults = args.get(0).equals("faults");
    boolean oneDesign = args.contains("--design");
    args.replaceAll(word -> oneDesign && word.equals("NAME") ? "RfcHash" : word);
    args.replaceAll(
        word -> faults && word.equals("A,B") ? "SignedCounter" : VALUES.getOrDefault(word, word));
    args.replaceAll(word -> word.endsWith("own-design/target/classes") ? ownDesign() : word);
    args.replaceAll(word -> word.equals("reports/baseline") ? copyOfBaseline() : word);
    args.replaceAll(word -> word.equals("runs/new") && args.contains("gate") ? BASELINE : word);
    int out = args.indexOf("--out");
    if (out >= 0) {
      args.set(out + 1, folder.toString());
    } else if (!args.get(0).matches("claims|conflicts|designs|fidelity|gate|litmus")) {
      args.addAll(List.of("--out", folder.toString()));
    }
    args.replaceAll(word -> word.equals("DIR") ? BASELINE : word);
    if (args.contains("--units")) {
      args.set(args.indexOf("--units") + 1, unitFile());
    }
    if (args.contains("--list-units")) {
      requireEnd(args, 0);
    } else if (!hasNewOption(args)) {
      requireReadable(args);
    } else if (LONG.contains(args.get(0))) {
      requireResults(args, folder.resolve(FIRST_RESULT));
    } else {
      requireEnd(args, 0);
    }
  }

  private boolean hasNewOption(List<String> args) {
    boolean isNew = started.add(args.get(0));
    for (String word : args) {
      isNew |= word.startsWith("--") && started.add(args.get(0) + word);
    }
    return isNew;
  }

  /** A command whose options are known, with values that have to be names. */
  private static void requireReadable(List<String> args) {
    CommandLine.ParseResult read =
        new CommandLine(new Main()).parseArgs(args.toArray(String[]::new)).subcommand();
    Profile.named(read.matchedOptionValue("--profile", "quick"));
    if (!read.hasMatchedOption("--class-path")) {
      read.matchedOptionValue("--designs", List.<String>of()).forEach(Designs::named);
    }
    read.matchedOptionValue("--faults", List.<String>of()).forEach(Faults::subject);
  }

  private static void requireEnd(List<String> args, int status)
      throws IOException, InterruptedException {
    PtstressJar.Ended ended = PtstressJar.run(args.toArray(String[]::new));
    assertThat(ended.status()).as(ended.output()).isEqualTo(status);
  }

  private void requireResults(List<String> args, Path file)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(temp, "output", ".txt");
    Process process = PtstressJar.start(output, args.toArray(String[]::new));
    try {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
      while ((!Files.exists(file) || Files.size(file) == 0)
          && process.isAlive()
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(file).as(Files.readString(output, UTF_8)).isNotEmptyFile();
    } finally {
      process.destroy();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }
  }

  private String ownDesign() {
    try {
      return DesignJar.of(Files.createTempDirectory(temp, "design"), DesignJar.example())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String unitFile() {
    try {
      return Files.writeString(temp.resolve("units"), "checks/RfcHash\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String copyOfBaseline() {
    try (Stream<Path> files = Files.walk(Path.of(BASELINE))) {
      Path copy = Files.createTempDirectory(temp, "baseline");
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(Path.of(BASELINE).relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
      return copy.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
