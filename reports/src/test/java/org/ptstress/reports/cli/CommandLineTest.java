package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.reports.text.ClaimMatrix;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunStatus;

/** What the command line says to good and bad input. */
class CommandLineTest {
  private static final String BASELINE = "baseline";

  @TempDir private Path temp;

  @Test
  void listsTheDesignsAndWhatTheyBreak() {
    Said said = say("designs");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("RfcHash (RFC of October 2012", "breaks VALID_IDS");
  }

  @Test
  void anErrorOfTheJvmIsNoRegression() {
    PrintWriter full =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public void println(String text) {
            throw new OutOfMemoryError("seeded");
          }

          @Override
          public void write(String text) {
            throw new OutOfMemoryError("seeded");
          }
        };
    StringWriter err = new StringWriter();
    assertThat(Main.run(full, new PrintWriter(err), "designs")).isEqualTo(3);
    assertThat(err.toString()).contains("Unexpected failure", "seeded");
  }

  @Test
  void listsTheClaims() {
    Said said = say("claims", "EXACT_RESTORE");
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains("EXACT_RESTORE", "CRIU", "BucketLockHash")
        .doesNotContain("VALID_IDS");
  }

  /** A writer that is not flushed holds back all of it: the JVM ends without the page. */
  @Test
  void printsAllOfThePageOfClaims() {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(new BufferedWriter(printed, 1 << 20), true);
    assertThat(Main.run(out, out, "claims", "--matrix")).isZero();
    assertThat(printed).hasToString(ClaimMatrix.of(Designs.all()));
  }

  @Test
  void saysWhatDecidesAClaim() {
    assertThat(say("claims", "UNIQUE_IDS").out())
        .contains("  Decided by: scenarios WrapAround, OneFreeId,")
        .doesNotContain("WrapAroundAtFullWidth");
    assertThat(say("claims", "EVEN_BUCKETS").out()).contains("  Decided by: check BucketSpread");
    assertThat(say("claims", "FLAT_LOOKUP").out()).contains("  Decided by: counts of accesses");
  }

  @Test
  void anUnknownClaimIsAnsweredWithTheKnownOnes() {
    Said said = say("claims", "NO_BUGS");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("\"NO_BUGS\"", "UNIQUE_IDS", "AS_GOOD_AS_BEFORE");
  }

  @Test
  void anUnknownDesignIsAnsweredWithTheKnownOnes() {
    Said said = say("run", "--designs", "RfcHash,Nope", "--out", temp.resolve("run").toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("\"Nope\"", "GlobalIdr", "BucketLockHash");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "GlobalIdr,", ",GlobalIdr", "GlobalIdr,,RfcHash"})
  void aListWithAnEmptyEntryIsRefusedByEveryCommandThatTakesOne(String list) {
    Path out = temp.resolve("out");
    for (String command :
        new String[] {
          "run --list-units --designs",
          "judge --designs",
          "conflicts --designs",
          "orders --designs",
          "faults --faults",
          "gate --baseline-jar a.jar --candidate-jar b.jar --designs",
        }) {
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.addAll(List.of(list, "--out", out.toString()));
      Said said = say(args.toArray(String[]::new));
      assertThat(said.status()).as(command).isEqualTo(3);
      assertThat(said.err()).as(command).contains(" \"" + list + "\" has an empty entry; ");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void judgeWithoutADesignSaysHowToNameOne() {
    Said said = say("judge");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("--designs", "--class-path");
  }

  @Test
  void aLimitThatIsTooShortIsRefused() {
    Said said = say("judge", "--designs", "RcuHash", "--limit", "1");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("limit of 1 s", "--limit");
  }

  @Test
  void aClassPathThatDoesNotExistIsNamedByEveryCommandThatTakesOne() {
    Path none = temp.resolve("none.jar");
    for (String command : new String[] {"run", "judge", "designs", "claims"}) {
      Said said = say(command, "--class-path", none.toString());
      assertThat(said.status()).as(command).isEqualTo(3);
      assertThat(said.err()).contains(none + " does not exist");
    }
  }

  @Test
  void aDesignFromOutsideIsListedAndForgotten() throws IOException {
    Path jar = DesignJar.of(temp, DesignJar.example());
    assertThat(say("designs", "--class-path", jar.toString()).out())
        .contains("MyTable (an example)", "n/a    EVEN_BUCKETS");
    assertThat(say("claims", "UNIQUE_IDS", "--class-path", jar.toString()).out())
        .containsPattern("MyTable +HOLDS");
    assertThat(say("designs").out()).doesNotContain("MyTable");
  }

  private static boolean isUnknown(KernelResult row) {
    return row.design().isEmpty() && row.status() == RunStatus.NOT_RUN;
  }

  @Test
  void aComparisonWithTheKernelIsARunFolder() throws IOException {
    Path folder = temp.resolve("kernel");
    // A lock of its own: else it would wait for whatever measures on this machine.
    String lockFolder = System.setProperty("java.io.tmpdir", temp.toString());
    Said said;
    try {
      said = say("kernel", "--operations", "10", "--out", folder.toString());
    } finally {
      System.setProperty("java.io.tmpdir", lockFolder);
    }
    assertThat(said.status()).as(said.err()).isIn(ExitStatus.PASSED, ExitStatus.CONTRADICTED);
    RunFolder read = RunFolder.read(folder);
    assertThat(read.run().status()).isEqualTo(RunFile.Completion.COMPLETE);
    assertThat(read.run().profile()).isEqualTo("kernel");
    assertThat(read.host()).isNotNull();
    assertThat(read.kernel())
        .isNotEmpty()
        .allMatch(row -> List.of(row.design()).equals(read.run().designs()) || isUnknown(row));
    assertThat(folder.resolve("work")).doesNotExist();
    Document document = Jsoup.parse(folder.resolve("index.html"));
    assertThat(document.select("main > section").eachAttr("id"))
        .containsExactly("answer", "kernel", "reading");
    assertThat(document.select("nav a").eachAttr("href"))
        .containsExactly("#answer", "#kernel", "#reading");
    assertThat(document.select("#reading a").eachAttr("href")).contains("./kernel.json");
    assertThat(document.select("#reading .not-run")).isEmpty();
    assertThat(folder.resolve("summary.md")).content().doesNotContain("Promises", "Verdicts");
    Path page = temp.resolve("page");
    assertThat(say("report", folder.toString(), "--out", page.toString()).status()).isZero();
  }

  @Test
  void anUnknownProfileIsAnsweredWithTheKnownOnes() {
    Said said = say("run", "--profile", "fast");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("\"fast\"", "quick, standard, tough");
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThat(say("run", "--fast").status()).isEqualTo(3);
    assertThat(say().status()).isEqualTo(3);
  }

  @Test
  void aFolderThatIsNotEmptyIsNotSpoilt() throws IOException {
    Files.writeString(temp.resolve("precious"), "data", UTF_8);
    Said said = say("run", "--out", temp.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(temp.toString(), "not empty", "--out");
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "no folder", UTF_8);
    Said said = say("run", "--out", file.resolve("run").toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(file.toString(), "cannot be written");
  }

  @Test
  void listsTheUnitsOfAShard() throws IOException {
    List<String> all = units("--designs", "RfcHash");
    assertThat(all)
        .contains("checks/RfcHash", "accesses/GlobalIdr", "races/RfcHash/WrapAround")
        .endsWith("measurements");
    List<String> shards = new ArrayList<>();
    for (String shard : List.of("1/3", "2/3", "3/3")) {
      shards.addAll(units("--designs", "RfcHash", "--shard", shard));
    }
    assertThat(shards).containsExactlyInAnyOrderElementsOf(all);

    Path file = Files.writeString(temp.resolve("units"), "checks/RfcHash  0.7\n", UTF_8);
    assertThat(units("--designs", "RfcHash", "--units", file.toString()))
        .containsExactly("checks/RfcHash");
  }

  private static List<String> units(String... options) {
    List<String> args = new ArrayList<>(List.of("run", "--list-units"));
    args.addAll(List.of(options));
    Said said = say(args.toArray(String[]::new));
    assertThat(said.status()).as(said.err()).isZero();
    return said.out().lines().map(line -> line.split(" ", 2)[0]).toList();
  }

  @Test
  void aShardThatIsNoneIsRefused() throws IOException {
    for (String shard : List.of("0/4", "5/4", "2", "1/0", "a/b")) {
      Said said = say("run", "--list-units", "--shard", shard);
      assertThat(said.status()).as(shard).isEqualTo(3);
      assertThat(said.err()).contains("\"" + shard + "\" is not a shard");
    }
    Path file = Files.writeString(temp.resolve("units"), "races/RfcHash/NoSuchScenario\n", UTF_8);
    Said said = say("run", "--list-units", "--units", file.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("\"races/RfcHash/NoSuchScenario\"", "--list-units");
  }

  @Test
  void aMissingBaselineIsNamed() {
    Said said = say("gate", "--baseline", temp.resolve("none").toString(), "--candidate", BASELINE);
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("baseline", temp.resolve("none").toString());
  }

  @Test
  void aRunAgainstItselfPasses() throws IOException {
    Said said = say("gate", "--baseline", BASELINE, "--candidate", copyOfBaseline().toString());
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("Gate passed");
  }

  @Test
  void aCandidateWithAContradictedClaimDoesNotPass() throws IOException {
    Path broken = copyOfBaseline();
    Path verdicts = broken.resolve("verdicts.json");
    String text = Files.readString(verdicts, UTF_8);
    Files.writeString(verdicts, text.replaceFirst("CONFIRMED", "CONTRADICTED"), UTF_8);
    Said said = say("gate", "--baseline", BASELINE, "--candidate", broken.toString());
    assertThat(said.status()).as(said.out() + said.err()).isEqualTo(2);
    assertThat(said.out()).contains("CLAIM CONTRADICTED");
  }

  /** A race that hung in one fork has samples from the others, and still no verdict. */
  @Test
  void aCandidateWithARaceThatHungIsIncomplete() throws IOException {
    Path hung = copyOfBaseline();
    Path verdicts = hung.resolve("verdicts.json");
    ObjectMapper json = new ObjectMapper();
    JsonNode rows = json.readTree(verdicts.toFile());
    for (JsonNode row : rows) {
      JsonNode first = row.path("evidence").path(0);
      if (first.path("tool").asText().equals("RACE") && first.path("samples").asLong() > 0) {
        ((ObjectNode) row).put("verdict", "NOT_RUN").put("reason", "a fork hung");
        ((ObjectNode) first).put("status", "NOT_RUN").put("reason", "a fork hung");
        break;
      }
    }
    json.writeValue(verdicts.toFile(), rows);
    Said said = say("gate", "--baseline", BASELINE, "--candidate", hung.toString());
    assertThat(said.status()).as(said.out() + said.err()).isEqualTo(3);
    assertThat(said.out()).contains("was not run: a fork hung");
  }

  @Test
  void aMissingJarIsNamed() {
    String none = temp.resolve("none.jar").toString();
    Said said = say("gate", "--baseline-jar", none, "--candidate-jar", none);
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(none, "missing");
  }

  @Test
  void aJarThatIsNoneIsNamed() throws IOException {
    String text = Files.writeString(temp.resolve("text.jar"), "text", UTF_8).toString();
    Said said = say("gate", "--baseline-jar", text, "--candidate-jar", text);
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(text + " cannot be read", "build it again");
  }

  @Test
  void jarsOfADesignAreComparedOnThatDesign() throws IOException {
    String jar = DesignJar.of(temp, DesignJar.example()).toString();
    Said said =
        say("gate", "--baseline-jar", jar, "--candidate-jar", jar, "--benchmarks", " of RfcHash ");
    assertThat(said.err()).contains("No row contains \" of RfcHash \"");
    assertThat(said.status()).isEqualTo(3);
  }

  @Test
  void aDesignThatOneJarLacksIsNamedWithTheJar() throws IOException {
    Path old = DesignJar.of(Files.createDirectory(temp.resolve("old")), DesignJar.example());
    String renamed = DesignJar.example("\"MyTable\"", "\"YourTable\"");
    Path newer = DesignJar.of(Files.createDirectory(temp.resolve("newer")), renamed);
    Said said = say("gate", "--baseline-jar", old.toString(), "--candidate-jar", newer.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(old + " has no design \"YourTable\"", "MyTable", "--designs");
  }

  /** An older ptstress.jar may lack a benchmark; hours of forks would fail one by one. */
  @Test
  void aBenchmarkThatOneJarLacksIsNamedWithTheJar() throws IOException {
    Path old = temp.resolve("old-ptstress.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(old))) {
      entries.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
      String list =
          "JMH S 17 org.example.Other S 21 org.example.Generated S 4 find S 10 Throughput"
              + " E A 1 1 1 E E E E E E E E E E E E E E U 7 SECONDS E E ";
      entries.write(list.getBytes(UTF_8));
    }
    Said said = say("gate", "--baseline-jar", old.toString(), "--candidate-jar", old.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains(old + " has no benchmark FindBenchmark.find;", "--benchmarks");
  }

  @Test
  void tooFewPairsAreRefused() throws IOException {
    String jar = DesignJar.of(temp, DesignJar.example()).toString();
    Said said = say("gate", "--baseline-jar", jar, "--candidate-jar", jar, "--pairs", "19");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("--pairs is 19", "20 pairs");
  }

  @Test
  void whatIsForJarsIsRefusedForStoredRuns() {
    Said said = say("gate", "--baseline", BASELINE, "--candidate", BASELINE, "--pairs", "30");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("--pairs is for jars");
  }

  @Test
  void aJarIsNotComparedWithARun() {
    Said said = say("gate", "--baseline", BASELINE, "--candidate-jar", "a.jar");
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("--candidate");
  }

  @Test
  void aTruncatedMeasurementIsNamedWithItsPosition() throws IOException {
    Path cut = copyOfBaseline();
    Path jmh = cut.resolve("jmh.json");
    Files.writeString(jmh, Files.readString(jmh, UTF_8).substring(0, 1_000), UTF_8);
    Said said = say("gate", "--baseline", BASELINE, "--candidate", cut.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err())
        .containsPattern(Pattern.quote(jmh.toString()) + " .*at line \\d+, column \\d+");
  }

  @Test
  void anAcceptedCandidateBecomesTheBaseline() throws IOException {
    Path old = copyOfBaseline();
    StoredRun costlier = new StoredRun(copyOfBaseline());
    costlier.countLookups("RcuHash");
    Path newer = costlier.folder();
    Said said =
        say("gate", "--baseline", old.toString(), "--candidate", newer.toString(), "--accept");
    assertThat(said.status()).isEqualTo(1);
    assertThat(old.resolve("accesses.json"))
        .hasSameTextualContentAs(newer.resolve("accesses.json"));
  }

  /** Else nobody could renew it. */
  @Test
  void aBaselineFromBeforeThereWereCountsIsReplaced() throws IOException {
    StoredRun old = new StoredRun(copyOfBaseline());
    Files.delete(old.folder().resolve("accesses.json"));
    Files.delete(old.folder().resolve("conflicts.json"));
    old.edit(
        "run.json",
        run -> {
          ArrayNode phases = (ArrayNode) run.path("phases");
          for (int i = phases.size() - 1; i >= 0; i--) {
            if (phases.get(i).path("name").asText().equals("accesses")) {
              phases.remove(i);
            }
          }
        });
    String baseline = old.folder().toString();
    assertThat(say("gate", "--baseline", baseline, "--candidate", BASELINE).err())
        .contains("is incomplete", "accesses");
    Said said = say("gate", "--baseline", baseline, "--candidate", BASELINE, "--accept");
    assertThat(said.status()).as(said.out() + said.err()).isEqualTo(3);
    assertThat(said.out()).contains("The baseline has no counts", "is now the baseline");
    assertThat(old.folder().resolve("accesses.json")).isNotEmptyFile();
  }

  @Test
  void anAcceptedBaselineIsOneRunAndNoMixture() throws IOException {
    Path old = copyOfBaseline();
    Path stale = Files.writeString(old.resolve("stale.json"), "{}", UTF_8);
    Said said =
        say(
            "gate",
            "--baseline",
            old.toString(),
            "--candidate",
            copyOfBaseline().toString(),
            "--accept");
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(stale).doesNotExist();
    assertThat(old.resolve("latency/RfcHash.hlog")).exists();
  }

  @Test
  void aContradictedCandidateIsNotAccepted() throws IOException {
    Path old = copyOfBaseline();
    Path broken = copyOfBaseline();
    Path verdicts = broken.resolve("verdicts.json");
    String text = Files.readString(verdicts, UTF_8);
    Files.writeString(verdicts, text.replaceFirst("CONFIRMED", "CONTRADICTED"), UTF_8);
    String before = Files.readString(old.resolve("verdicts.json"), UTF_8);
    Said said =
        say("gate", "--baseline", old.toString(), "--candidate", broken.toString(), "--accept");
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.out()).contains("The baseline is still " + old);
    assertThat(old.resolve("verdicts.json")).hasContent(before);
  }

  @Test
  void aCandidateWithFailedLookupsIsNotPassed() throws IOException {
    Path lossy = copyOfBaseline();
    Path jmh = lossy.resolve("jmh.json");
    String text = Files.readString(jmh, UTF_8);
    Pattern score = Pattern.compile("(?s)(\"failed\" *: *\\{\\s*\"score\" *: *)0\\.0");
    assertThat(text).containsPattern(score);
    Files.writeString(jmh, score.matcher(text).replaceFirst("$1" + "7.0"), UTF_8);
    Said said = say("gate", "--baseline", BASELINE, "--candidate", lossy.toString());
    assertThat(said.status()).as(said.out()).isEqualTo(2);
    assertThat(said.out()).contains("NO_LOST_TIMER: lookups did not find a live timer");
  }

  @Test
  void anIncompleteBaselineIsRefused() throws IOException {
    Path cut = copyOfBaseline();
    Path run = cut.resolve("run.json");
    Files.writeString(
        run,
        Files.readString(run, UTF_8)
            .replaceFirst("\"COMPLETE\"", "\"INCOMPLETE\"")
            .replaceFirst("(\"finishedAt\" *: *)\"[^\"]*\"", "$1null"),
        UTF_8);
    Said said = say("gate", "--baseline", cut.toString(), "--candidate", BASELINE);
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("The baseline " + cut + " is incomplete");
  }

  @Test
  void aFolderThatIsNoRunIsRefused() {
    Said said = say("report", temp.toString());
    assertThat(said.status()).isEqualTo(3);
    assertThat(said.err()).contains("run.json");
  }

  @Test
  void theReportOfTheBaselineIsWrittenWhereAsked() {
    Said said = say("report", BASELINE, "--out", temp.resolve("report").toString());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(temp.resolve("report/index.html")).isNotEmptyFile();
    assertThat(temp.resolve("report/summary.md")).isNotEmptyFile();
  }

  private Path copyOfBaseline() throws IOException {
    return StoredRun.in(temp).folder();
  }

  private static Said say(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Said(status, out.toString(), err.toString());
  }

  private record Said(int status, String out, String err) {}
}
