package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.LatencyLog;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.Verdict;

class RunFolderTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path temp;

  @Test
  void readsEveryFile() throws IOException {
    RunFolder folder = RunFolder.read(Samples.folder(Samples.QUICK));

    // The run is older than these files.
    assertThat(folder.absent())
        .containsOnlyKeys("accesses.json", "conflicts.json", "explorations.json");
    assertThat(folder.run().designs())
        .containsExactly("GlobalIdr", "RfcHash", "RcuHash", "BucketLockHash");
    assertThat(folder.races()).hasSize(32);
    assertThat(folder.interleavings()).hasSize(12);
    assertThat(folder.checks()).isNotEmpty();
    assertThat(folder.verdicts())
        .hasSize(76)
        .anySatisfy(
            row -> {
              assertThat(row.design()).isEqualTo("RfcHash");
              assertThat(row.claim()).isEqualTo(Claim.VALID_IDS);
              assertThat(row.expectation()).isEqualTo(Expectation.BROKEN);
              assertThat(row.verdict()).isEqualTo(Verdict.CONFIRMED);
            });
    assertThat(folder.latencies()).isNotEmpty().allMatch(log -> log.intervals() == 2);
  }

  @Test
  void readsTheSeriesOfALatencyLogByTheirTags() throws IOException {
    List<LatencyLog> ofRfcHash =
        RunFolder.read(Samples.folder(Samples.QUICK)).latencies().stream()
            .filter(log -> log.name().equals("RfcHash"))
            .toList();

    assertThat(ofRfcHash)
        .filteredOn(log -> log.operation().equals("find"))
        .extracting(LatencyLog::rate)
        .containsExactly(100_000L, 400_000L, 1_600_000L, 6_400_000L, 12_800_000L);
    // The two highest of the others are saturated, and the sweep ends.
    assertThat(ofRfcHash)
        .filteredOn(log -> log.operation().equals("create-delete"))
        .extracting(LatencyLog::rate)
        .containsExactly(100_000L, 400_000L, 1_600_000L, 6_400_000L);
    assertThat(ofRfcHash.get(0).histogram().getTotalCount()).isEqualTo(20_000);
  }

  @Test
  void refusesALatencyLogThatIsCutOffBetweenTwoLines() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path log = folder.resolve("latency/RfcHash.hlog");
    String text = Files.readString(log).stripTrailing();
    Files.writeString(log, text.substring(0, text.lastIndexOf('\n') + 1));

    refused(folder, "RfcHash.hlog", "intervals: cut off?");
  }

  @Test
  void refusesARunThatLostTheLatencyOfOneDesign() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Files.delete(folder.resolve("latency/RfcHash.hlog"));

    refused(folder, "RfcHash.hlog is missing");
  }

  @Test
  void readsOlderLatencyLogsWhoseTagIsTheDesign() throws IOException {
    assertThat(RunFolder.read(Samples.folder(Samples.ODD)).latencies())
        .hasSize(2)
        .allMatch(log -> log.operation().equals("find") && log.rate() == 0)
        .allMatch(log -> log.intervals() == 3)
        .allMatch(log -> log.histogram().getTotalCount() == 60_000)
        .extracting(LatencyLog::name)
        .containsExactly("RfcHash", "control");
  }

  @Test
  void readsThatASeriesWasDisturbed() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path log = folder.resolve("latency/RfcHash.hlog");
    Files.writeString(
        log, Files.readString(log).replace(";rate=400000,", ";rate=400000;disturbed,"));

    assertThat(RunFolder.read(folder).latencies())
        .filteredOn(LatencyLog::disturbed)
        .extracting(LatencyLog::name, LatencyLog::operation, LatencyLog::rate)
        .containsExactly(
            tuple("RfcHash", "find", 400_000L), tuple("RfcHash", "create-delete", 400_000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "design=RfcHash;operation=find;rate=100000;stolen",
        "design=RfcHash;operation=find",
        "design=RfcHash;operation=find;rate=0",
        "design=RfcHash;operation=find;rate=fast",
        "design=;operation=find;rate=100000",
        "RcuHash"
      })
  void refusesAnotherTag(String tag) throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(
        folder.resolve("latency/RfcHash.hlog"), "design=RfcHash;operation=find;rate=100000", tag);

    refused(
        folder,
        "RfcHash.hlog has at line 7 the tag \"" + tag + "\"",
        "no design, operation and rate",
        "repeat the run");
  }

  @Test
  void readsJmhByForkAndIteration() throws IOException {
    JmhRow row = RunFolder.read(Samples.folder(Samples.QUICK)).measurements().get(0);

    assertThat(row.benchmark()).isEqualTo("FindBenchmark.find");
    assertThat(row.design()).isEqualTo("GlobalIdr");
    assertThat(row.timers()).isEqualTo("512");
    assertThat(row.threads()).isEqualTo(1);
    assertThat(row.unit()).isEqualTo("ops/us");
    assertThat(row.primary().forks()).hasSize(3).allMatch(fork -> fork.size() == 2);
    assertThat(row.score("failed")).isZero();
    List<Double> first = row.primary().forks().get(0);
    assertThat(row.forkMeans().get(0)).isEqualTo((first.get(0) + first.get(1)) / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"threads\": 1, | \"threads\": 0, | has 0 threads",
        "org.ptstress.bench.FindBenchmark.find | find | has no class and method",
        "org.ptstress.bench.FindBenchmark.find | a.GrowthBenchmark.find | has \"few\" timers",
        "\"rawData\": \\[\\s*\\[\\s*[0-9.]+ | \"rawData\": [[ null | has a fork without a score",
      })
  void refusesAnEntryThatMeasuredNothing(String place, String change, String message)
      throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path jmh = folder.resolve("jmh.json");
    String text = Files.readString(jmh);
    String changed =
        text.replaceFirst(place, Matcher.quoteReplacement(change))
            .replaceFirst("\"timers\": \"512\"", "\"timers\": \"few\"");
    assertThat(text).containsPattern(place);
    Files.writeString(jmh, changed);

    refused(folder, "jmh.json", "its entry 1 ", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host.json | cpus | -4",
        "host.json | memoryBytes | -1",
        "run.json | seconds | -0.5",
        "run.json | seconds | 1e999",
        "races.json | actors | -2",
        "races.json | samples | -1",
        "races.json | count | -7",
        "interleavings.json | explored | -3",
        "interleavings.json | seconds | \"NaN\"",
        "checks.json | samples | -3",
        "jmh.json | threads | -1",
        "jmh.json | score | \"NaN\"",
        "jmh.json | score | \"-Infinity\"",
        "faults.json | seconds | -1",
      })
  void refusesANumberThatIsNoAmount(String name, String key, String amount) throws IOException {
    Path folder = Samples.copy(Samples.STANDARD, temp.resolve("run"));
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    String place = "(\"" + key + "\"\\s*:\\s*)[0-9.E]+";
    assertThat(text).containsPattern(place);
    Files.writeString(file, text.replaceFirst(place, "$1" + Matcher.quoteReplacement(amount)));

    refused(folder, name + " does not hold what its name says", "finite and at least 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run.json | \"standard\" | \"../x\" | the profile \"../x\", which does not exist",
        "run.json | \"RfcHash\" | \"GlobalIdr\" | names a design twice",
        "run.json | \"races\" | \"jmh\" | names a phase twice",
        "run.json | \"COMPLETE\" | \"INCOMPLETE\" | INCOMPLETE with a time of its end",
        "run.json | \"RfcHash\", | `` | a row of \"RfcHash\", which run.json does not name",
        "checks.json | \"RfcHash\" | \"X\" | a row of \"X\", which run.json does not name",
        "verdicts.json | \"RfcHash\" | \"X\" | a row of \"X\", which run.json does not name",
        "jmh.json | \"RfcHash\" | \"X\" | a row of \"X\", which run.json does not name",
        "races.json | \"samples\" : 2 | \"samples\" : 12 | samples, and outcomes of ",
        "races.json | \"claims\" : [ | \"claims\" : [], \"was\" : [ | decides no claim",
        "interleavings.json | \"claims\" : [ | \"claims\" : [], \"was\" : [ | decides no claim",
      })
  void refusesFilesThatDoNotAgree(String name, String part, String replacement, String message)
      throws IOException {
    Path folder = Samples.copy(Samples.STANDARD, temp.resolve("run"));
    replace(folder.resolve(name), part, replacement);

    refused(folder, "does not hold what its name says", message);
  }

  @Test
  void saysWhyFilesOfAStoppedRunAreAbsent() throws IOException {
    RunFolder folder = RunFolder.read(Samples.folder(Samples.STOPPED));

    assertThat(folder.host()).isNull();
    assertThat(folder.races()).isNotEmpty();
    assertThat(folder.absent())
        .containsEntry("interleavings.json", "Stopped by a signal.")
        .containsEntry("jmh.json", "The phase \"jmh\" did not start.")
        .containsEntry("verdicts.json", "The run was stopped before the phase \"verdicts\".")
        .containsKey("latency");
  }

  @Test
  void refusesWhatIsNoFolder() {
    refused(temp.resolve("nowhere"), "There is no run folder", "nowhere", "ptstress run");
    refused(temp, "run.json is missing", "no run folder");
  }

  @Test
  void refusesAHoleInACompleteRun() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Files.delete(folder.resolve("races.json"));

    refused(folder, "races.json is missing", "copy the folder again");
  }

  static Stream<String> jsonFiles() {
    return Stream.of(
        "run.json",
        "host.json",
        "races.json",
        "interleavings.json",
        "checks.json",
        "jmh.json",
        "verdicts.json");
  }

  @ParameterizedTest
  @MethodSource("jsonFiles")
  void refusesTruncatedJson(String name) throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    refused(folder, name + " is cut off", "line ", "column ", "copy the folder again");

    Files.writeString(file, "");
    refused(folder, name + " is cut off", "it is empty", "line 1");
  }

  @ParameterizedTest
  @MethodSource("jsonFiles")
  void refusesForeignJson(String name) throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path file = folder.resolve(name);
    boolean isList = Files.readString(file).startsWith("[");

    Files.writeString(file, isList ? "[\n  {\"name\": \"else\"}\n]" : "{\n  \"name\": \"else\"\n}");
    refused(folder, name + " does not hold what its name says", "line ", "column ");

    Files.writeString(file, isList ? "[null]" : "null");
    refused(folder, name + " does not hold what its name says", "null");

    Files.writeString(file, "<html>");
    refused(folder, name + " is not JSON at line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verdicts.json", "jmh.json", "faults.json"})
  void refusesTwoRowsOfOneKey(String name) throws IOException {
    Path folder = Samples.copy(Samples.STANDARD, temp.resolve("run"));
    Path file = folder.resolve(name);
    ArrayNode rows = (ArrayNode) JSON.readTree(file.toFile());
    JSON.writeValue(file.toFile(), rows.add(rows.get(0).deepCopy()));

    refused(folder, name + " does not hold what its name says", "it has two rows of ");
  }

  @Test
  void refusesTwoValuesOfOneKey() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("races.json"), "\"actors\": 2", "\"actors\": 3, \"actors\": 2");
    refused(folder, "races.json is not JSON at line 2", "Duplicate field 'actors'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"two\"", "\"2\"", "2.0", "true"})
  void namesTheKeyThatDoesNotFit(String value) throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("races.json"), "\"actors\": 2", "\"actors\": " + value);
    refused(folder, "races.json", "entry 1, \"actors\"", "line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"scenario\": \"WrapAround\", | `` | entry 1, \"scenario\" is missing at line 2",
        "\"WrapAround\" | null | entry 1, \"scenario\" is missing at line 2",
        "\"VALID_IDS\" | null | entry 1, \"claims\", entry 1 is missing at line 2",
        "{\"outcome\": \"15, 0\", | { | entry 1, \"outcomes\", entry 1, \"outcome\" is missing",
      })
  void refusesAMissingComponent(String part, String replacement, String message)
      throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("races.json"), part, replacement);
    refused(folder, "races.json does not hold what its name says: " + message);
  }

  @Test
  void refusesAMissingNumber() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("races.json"), "\"actors\": 2,", "");
    refused(folder, "races.json", "actors", "line 2");
  }

  @Test
  void readsRacesWithAndWithoutTheirTime() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("races.json"), "\"actors\": 2,", "\"actors\": 2, \"seconds\": 1.4,");
    List<RaceResult> races = RunFolder.read(folder).races();
    assertThat(races.get(0).seconds()).isEqualTo(1.4);
    assertThat(races.get(1).seconds()).isNull();
  }

  @Test
  void refusesAnUnknownVerdictAndAWrongTime() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("verdicts.json"), "\"CONFIRMED\"", "\"FINE\"");
    refused(folder, "verdicts.json", "\"verdict\"", "FINE");

    Path other = Samples.copy(Samples.QUICK, temp.resolve("other"));
    replace(other.resolve("run.json"), "2026-11-23T10:00:00Z", "yesterday");
    refused(other, "run.json", "\"startedAt\"", "ISO 8601");
  }

  @ParameterizedTest
  @CsvSource({
    "verdicts.json, '\"claim\": \"VALID_IDS\"', '\"claim\": \"TIDY_IDS\"', claim",
    "races.json, '[\"UNIQUE_IDS\"', '[\"TIDY_IDS\"', claims",
    "interleavings.json, '[\"FIND_WITHOUT_LOCK\"', '[\"TIDY_IDS\"', claims",
    "checks.json, '\"claim\": \"SEQUENTIAL_IDS\"', '\"claim\": \"TIDY_IDS\"', claim",
  })
  void saysWhichClaimOfAnotherVersionItDoesNotKnow(
      String name, String known, String unknown, String key) throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve(name), known, unknown);

    refused(
        folder,
        name + " names at line ",
        "\"" + key + "\"",
        "the claim \"TIDY_IDS\", which this version of ptstress does not know",
        "the version that wrote it, which run.json names");
  }

  @Test
  void ignoresUnknownKeys() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    replace(folder.resolve("host.json"), "\"cpus\": 2", "\"cpus\": 2, \"numaNodes\": 1");
    assertThat(RunFolder.read(folder).races()).isNotEmpty();
  }

  @Test
  void refusesATruncatedHistogramLog() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path log = folder.resolve("latency/RfcHash.hlog");
    String text = Files.readString(log);

    // At each of these lengths the base64 text is whole, and what it encodes is not.
    for (int cut = 8; cut <= 40; cut += 8) {
      Files.writeString(log, text.substring(0, text.length() - 1 - cut));
      refused(folder, "RfcHash.hlog", "line 24", "copy the folder again");
    }
    Files.writeString(log, text.substring(0, text.lastIndexOf("HIST")));
    refused(folder, "RfcHash.hlog", "line 24", "cut-off");
  }

  @Test
  void refusesAnEmptyOrForeignHistogramLog() throws IOException {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path log = folder.resolve("latency/control.hlog");

    Files.writeString(log, "");
    refused(folder, "control.hlog", "line 1", "without a single recorded value");

    Files.writeString(log, "#[Histogram log format version 1.3]\nlatency;count\n1;2\n");
    refused(folder, "control.hlog", "line 2");

    Files.write(log, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused(folder, "control.hlog", "is not text");
  }

  private static void refused(Path folder, String... parts) {
    assertThatThrownBy(() -> RunFolder.read(folder))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(".");
  }

  private static void replace(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(old);
    assertThat(at).as(old + " in " + file).isNotNegative();
    Files.writeString(
        file, text.substring(0, at) + replacement + text.substring(at + old.length()));
  }
}
