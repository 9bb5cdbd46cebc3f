package org.ptstress.reports.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.fleet.Merge;
import org.ptstress.reports.fleet.Shards;
import org.ptstress.reports.fleet.UnitCosts;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitRows;
import org.ptstress.stress.verdict.Judge;

/** What becomes of the folders of shards. */
class MergeTest {
  private static final int SHARDS = 4;
  private static final String STOPPED = "the run was stopped";

  @TempDir private Path temp;

  @Test
  void fourShardsGiveWhatOneRunGives() throws IOException {
    Path[] shards = shards(StoredShard.usual());
    Path out = temp.resolve("out");
    Said said = merge(out, shards);

    EvidenceFiles whole = StoredShard.usual().whole();
    RunFolder merged = RunFolder.read(out);
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(verdicts(merged.verdicts())).isEqualTo(verdicts(judged(whole)));
    assertThat(merged.run().status()).isEqualTo(Completion.COMPLETE);
    assertThat(merged.races()).isEqualTo(whole.races());
    assertThat(merged.checks()).isEqualTo(whole.checks());
    assertThat(merged.explorations()).isEqualTo(whole.explorations());
    assertThat(merged.interleavings()).isEqualTo(whole.interleavings());
    assertThat(merged.measurements()).isNotEmpty();
    assertThat(merged.latencies()).isNotEmpty();
    Path one = Files.createDirectory(temp.resolve("one"));
    ResultFiles.writeCosts(one, whole.costs());
    for (String exact : List.of(ResultFiles.ACCESSES, ResultFiles.CONFLICTS)) {
      assertThat(out.resolve(exact)).hasSameBinaryContentAs(one.resolve(exact));
    }
    assertThat(out.resolve("index.html")).isNotEmptyFile();
    assertThat(out.resolve("junit.xml")).content().contains("failures=\"0\" errors=\"0\"");
  }

  @Test
  void aLostShardIsNamedAndItsUnitsCompleteTheRun() throws IOException {
    Path[] shards = shards(StoredShard.usual());
    Path without = temp.resolve("without");
    Said said = merge(without, shards[0], shards[1], shards[3]);

    List<String> lost = ResultFiles.readUnits(shards[2]).units();
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(said.text())
        .contains("Missing: " + lost.get(0) + ", ")
        .contains(
            "./ptstress run --profile quick --designs GlobalIdr,RfcHash --units "
                + without.resolve(Merge.MISSING));
    assertThat(Files.readAllLines(without.resolve(Merge.MISSING))).isEqualTo(lost);
    assertThat(RunFolder.read(without).run().status()).isEqualTo(Completion.INCOMPLETE);
    assertThat(RunFolder.read(without).verdicts())
        .filteredOn(row -> row.verdict() == Verdict.NOT_RUN)
        .isNotEmpty();

    Path again = temp.resolve("again");
    StoredShard.usual().write(again, lost);
    Path out = temp.resolve("out");
    Said whole = merge(out, without, again);
    assertThat(whole.status()).as(whole.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(whole.text()).doesNotContain("Missing");
    assertThat(RunFolder.read(out).run().status()).isEqualTo(Completion.COMPLETE);
    assertThat(verdicts(RunFolder.read(out).verdicts()))
        .isEqualTo(verdicts(judged(StoredShard.usual().whole())));
  }

  /** What a shard tried in vain is missing where a verdict waits for it, and only there. */
  @Test
  void aUnitWithoutAResultIsMissingIfAVerdictIsOpenForIt() throws IOException {
    Path shard = temp.resolve("shard");
    StoredShard usual = StoredShard.usual();
    usual.write(shard, names(), lost(usual.whole(), false));
    Path first = temp.resolve("first");
    Said said = merge(first, shard);
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(said.text())
        .contains("NOT_RUN: GlobalIdr UNIQUE_IDS: OneFreeId did not run: it hung")
        .contains("--units " + first.resolve(Merge.MISSING));
    String unit = "races/GlobalIdr/OneFreeId";
    assertThat(Files.readAllLines(first.resolve(Merge.MISSING))).containsExactly(unit);

    Path again = temp.resolve("again");
    usual.later(7).write(again, List.of(unit));
    Said whole = merge(temp.resolve("whole"), first, again);
    assertThat(whole.status()).as(whole.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(whole.text()).doesNotContain("Missing");
  }

  @Test
  void aUnitThatLacksCpusIsNotMissing() throws IOException {
    Path shard = temp.resolve("shard");
    StoredShard usual = StoredShard.usual();
    usual.write(shard, names(), lost(usual.whole(), true));
    Path out = temp.resolve("out");
    assertThat(merge(out, shard).text()).doesNotContain("Missing");
    assertThat(RunFolder.read(out).run().status()).isEqualTo(Completion.COMPLETE);
  }

  /** The phase under way has no entry in run.json, and its file has the rows that had arrived. */
  @Test
  void aStoppedPhaseKeepsTheUnitsThatRan() throws IOException {
    StoredShard usual = StoredShard.usual();
    EvidenceFiles whole = usual.whole();
    Path shard = temp.resolve("shard");
    usual.write(
        shard,
        names(),
        withRaces(whole, row -> isCutOff(row) ? StoredShard.lost(row, STOPPED, false) : row));
    stopIn(shard, "races");
    Path first = temp.resolve("first");
    Said said = merge(first, shard);

    List<String> open =
        whole.races().stream()
            .filter(MergeTest::isCutOff)
            .map(row -> UnitRows.RACES.unit().apply(row).name())
            .toList();
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(said.text()).contains("Missing: " + open.get(0));
    assertThat(Files.readAllLines(first.resolve(Merge.MISSING)))
        .containsExactlyInAnyOrderElementsOf(open);
    List<RaceResult> ran = whole.races().stream().filter(row -> !isCutOff(row)).toList();
    assertThat(ran).anyMatch(row -> !UnitRows.RACES.broken().apply(row).isEmpty());
    assertThat(RunFolder.read(first).races()).containsAll(ran);

    Path again = temp.resolve("again");
    usual.write(again, open);
    Path out = temp.resolve("out");
    Said merged = merge(out, first, again);
    assertThat(merged.status()).as(merged.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(RunFolder.read(out).races()).isEqualTo(whole.races());
  }

  /** One check of a unit that was cut off failed; merged again, with or without a rerun, it did. */
  @Test
  void aWitnessOfAUnitThatWasCutOffCounts() throws IOException {
    StoredShard usual = StoredShard.usual();
    EvidenceFiles whole = usual.whole();
    String unit = "checks/GlobalIdr";
    CheckResult witness =
        whole.checks().stream()
            .filter(row -> row.design().equals("GlobalIdr") && row.held())
            .filter(row -> !row.check().equals(EvidenceFiles.APPLICABILITY))
            .findFirst()
            .map(row -> check(row, RunStatus.RUN, ""))
            .orElseThrow();
    Path shard = temp.resolve("shard");
    usual.write(
        shard,
        names(),
        withChecks(
            whole,
            row ->
                !row.design().equals("GlobalIdr")
                    ? row
                    : row.check().equals(witness.check()) && row.claim() == witness.claim()
                        ? witness
                        : check(row, RunStatus.NOT_RUN, STOPPED)));
    stopIn(shard, "checks");
    Path first = temp.resolve("first");
    String contradicted = "CONTRADICTED: GlobalIdr " + witness.claim();
    assertThat(merge(first, shard).text()).contains(contradicted);
    assertThat(Files.readAllLines(first.resolve(Merge.MISSING))).containsExactly(unit);
    assertThat(merge(temp.resolve("alone"), first).text()).contains(contradicted);

    Path again = temp.resolve("again");
    usual.later(7).write(again, List.of(unit));
    Path out = temp.resolve("out");
    Said said = merge(out, first, again);
    assertThat(said.text()).contains(contradicted).doesNotContain("Missing");
    assertThat(RunFolder.read(out).checks()).contains(witness).containsAll(whole.checks());
  }

  /** Counts of a stopped shard are kept, and confirm nothing; whole ones of another shard win. */
  @Test
  void countsThatWereCutShortWaitForTheWhole() throws IOException {
    StoredShard usual = StoredShard.usual();
    EvidenceFiles whole = usual.whole();
    Path shard = temp.resolve("shard");
    usual.write(
        shard,
        names(),
        new EvidenceFiles(
            whole.races(),
            whole.interleavings(),
            whole.checks(),
            whole.costs().stream()
                .map(row -> row.design().equals("GlobalIdr") ? row.cutShort(STOPPED) : row)
                .toList(),
            whole.explorations(),
            whole.architecture()));
    stopIn(shard, "accesses");
    Path first = temp.resolve("first");
    Said said = merge(first, shard);
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(Files.readAllLines(first.resolve(Merge.MISSING)))
        .containsExactly("accesses/GlobalIdr");
    RunFolder merged = RunFolder.read(first);
    assertThat(merged.costs())
        .extracting(DesignCosts::design, DesignCosts::extent)
        .containsExactly(
            tuple("GlobalIdr", DesignCosts.Extent.PART),
            tuple("RfcHash", DesignCosts.Extent.WHOLE));
    assertThat(verdicts(merged.verdicts()))
        .containsEntry("GlobalIdr FLAT_LOOKUP", Verdict.NOT_RUN)
        .containsEntry("RfcHash SCALABLE_FIND", Verdict.CONFIRMED);

    Path again = temp.resolve("again");
    usual.later(7).write(again, List.of("accesses/GlobalIdr"));
    Path out = temp.resolve("out");
    Said complete = merge(out, first, again);
    assertThat(complete.status()).as(complete.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(RunFolder.read(out).costs()).isEqualTo(whole.costs());
  }

  private static boolean isCutOff(RaceResult row) {
    return row.scenario().equals("OneFreeId");
  }

  private static CheckResult check(CheckResult row, RunStatus status, String reason) {
    return new CheckResult(
        row.design(), row.check(), row.claim(), status, reason, false, 1, "looked at", 0.0);
  }

  private static EvidenceFiles withChecks(EvidenceFiles rows, UnaryOperator<CheckResult> change) {
    return new EvidenceFiles(
        rows.races(),
        rows.interleavings(),
        rows.checks().stream().map(change).toList(),
        rows.costs(),
        rows.explorations(),
        rows.architecture());
  }

  /** Makes a folder that of a run that was stopped in a phase. */
  private static void stopIn(Path folder, String phase) throws IOException {
    RunFile run = RunFolder.read(folder).run();
    ResultFiles.write(
        folder,
        new RunFile(
            Completion.INCOMPLETE,
            run.profile(),
            run.designs(),
            run.startedAt(),
            null,
            run.version(),
            run.commandLine(),
            run.phases().stream().filter(each -> !each.name().equals(phase)).toList()));
  }

  /** Without OneFreeId, and without TwoProcesses, whose only claim other units break as well. */
  private static EvidenceFiles lost(EvidenceFiles rows, boolean tooFewCpus) {
    return withRaces(
        rows,
        row ->
            row.design().equals("GlobalIdr")
                    && List.of("OneFreeId", "TwoProcesses").contains(row.scenario())
                ? StoredShard.lost(row, "it hung", tooFewCpus)
                : row);
  }

  /** The same files with each race replaced. */
  private static EvidenceFiles withRaces(EvidenceFiles rows, UnaryOperator<RaceResult> change) {
    return new EvidenceFiles(
        rows.races().stream().map(change).toList(),
        rows.interleavings(),
        rows.checks(),
        rows.costs(),
        rows.explorations(),
        rows.architecture());
  }

  @Test
  void aShardThatRanTwiceCountsOnce() throws IOException {
    Path[] shards = Arrays.copyOf(shards(StoredShard.usual()), SHARDS + 2);
    for (int extra : List.of(0, 1)) {
      shards[SHARDS + extra] = temp.resolve("again" + extra);
      StoredShard.usual()
          .later(7)
          .write(shards[SHARDS + extra], ResultFiles.readUnits(shards[extra]).units());
    }
    Path out = temp.resolve("out");
    merge(out, shards);
    assertThat(RunFolder.read(out).races()).isEqualTo(StoredShard.usual().whole().races());
    assertThat(cpu(out)).isEqualTo("cpu of 1000");
  }

  @Test
  void aFolderThatWasStoppedAtOnceAddsNothing() throws IOException {
    Path[] shards = Arrays.copyOf(shards(StoredShard.usual()), SHARDS + 1);
    shards[SHARDS] = Files.createDirectory(temp.resolve("stopped"));
    Files.createFile(shards[SHARDS].resolve(ResultFiles.RUN));
    Said said = merge(temp.resolve("out"), shards);
    assertThat(said.text())
        .contains("stopped was stopped before it had any result")
        .contains("from 4 folders");
  }

  /** Each architecture has its verdicts; what arm64 alone has seen contradicts the claim. */
  @Test
  void aWitnessOfOneArchitectureCountsForAll() throws IOException {
    Path x86 = temp.resolve("x86");
    Path aarch64 = temp.resolve("aarch64");
    StoredShard.usual().write(x86, names());
    StoredShard weak = StoredShard.usual().on("aarch64").later(9);
    weak.write(aarch64, names(), broken(weak.whole(), Claim.UNIQUE_IDS));
    Path out = temp.resolve("out");
    Said said = merge(out, x86, aarch64);

    String claim = "GlobalIdr UNIQUE_IDS";
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(verdicts(RunFolder.read(out.resolve("amd64")).verdicts()))
        .containsEntry(claim, Verdict.CONFIRMED);
    assertThat(verdicts(RunFolder.read(out.resolve("aarch64")).verdicts()))
        .containsEntry(claim, Verdict.CONTRADICTED);
    assertThat(said.text())
        .contains("CONTRADICTED: " + claim)
        .contains("aarch64: " + names().size() + " of ");
    assertThat(cpu(out.resolve("amd64"))).isEqualTo("cpu of 1000");
    assertThat(cpu(out.resolve("aarch64"))).isEqualTo("cpu of 9");
    assertThat(out.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void aKernelThatWasComparedCountsBeforeOneThatWasNot() throws IOException {
    KernelResult ran = kernel(KernelResult.SCRIPTS, "", true);
    Path none = kernelShard(1, kernel(KernelResult.SCRIPTS, "there is no C compiler", true));
    Path out = temp.resolve("out");
    Said said = merge(out, none, kernelShard(2, ran));
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.PASSED);
    assertThat(RunFolder.read(out).kernel()).containsExactly(ran);
  }

  @Test
  void aWitnessOfAnyKernelCounts() throws IOException {
    KernelResult first = kernel(KernelResult.SCRIPTS, "", false);
    KernelResult witness = kernel("DeleteAgainstDelete", "", false);
    Path out = temp.resolve("out");
    Said said = merge(out, kernelShard(1, first), kernelShard(2, witness));
    assertThat(RunFolder.read(out).kernel()).containsExactly(first, witness);
    assertThat(said.text()).contains("CONTRADICTED: GlobalIdr SINGLE_DELETE");
    // Merged again, it is still there.
    assertThat(merge(temp.resolve("again"), out).status()).isEqualTo(ExitStatus.CONTRADICTED);
  }

  /** The second folder has other CPUs, and no measurements of the page are from it. */
  @Test
  void timesOfAnotherMachineAreLeftOut() throws IOException {
    KernelResult scripts = kernel(KernelResult.SCRIPTS, "", true);
    KernelResult times = kernel(KernelResult.TIMES, "", true);
    Path first = kernelShard(1);
    Path second = kernelShard(2, scripts, times);
    Path out = temp.resolve("out");
    merge(out, first, second);
    assertThat(cpu(out)).isEqualTo("cpu of 101");
    assertThat(RunFolder.read(out).kernel()).containsExactly(scripts);
    Path alone = temp.resolve("alone");
    merge(alone, second);
    assertThat(RunFolder.read(alone).kernel()).containsExactly(scripts, times);
  }

  private Path kernelShard(int number, KernelResult... rows) throws IOException {
    Path folder = temp.resolve("kernel" + number);
    StoredShard.usual().later(100 + number).write(folder, names());
    ResultFiles.write(folder, ResultFiles.KERNEL, List.of(rows));
    return folder;
  }

  private static KernelResult kernel(String comparison, String problem, boolean expected) {
    return new KernelResult(
        "6.18",
        "GlobalIdr",
        comparison,
        problem.isEmpty() ? RunStatus.RUN : RunStatus.NOT_RUN,
        problem,
        10,
        1,
        List.of(new KernelOutcome("ok, ok", 10, expected)),
        List.of());
  }

  @Test
  void foldersOfAnotherVersionCatalogueOrRunAreRefused() throws IOException {
    Path good = temp.resolve("good");
    StoredShard usual = StoredShard.usual();
    usual.write(good, names());
    Map<String, StoredShard> others = new LinkedHashMap<>();
    others.put("its version is 0.0.1", usual.of("0.0.1", usual.plan(), usual.code()));
    others.put("its catalogue of units is cafe", usual.of(usual.version(), "cafe", usual.code()));
    others.put("its code is beef", usual.of(usual.version(), usual.plan(), "beef"));
    for (Map.Entry<String, StoredShard> other : others.entrySet()) {
      Path bad = Files.createTempDirectory(temp, "bad");
      other.getValue().write(bad, names());
      Said said = merge(temp.resolve("out"), good, bad);
      assertThat(said.status()).isEqualTo(ExitStatus.INCOMPLETE);
      assertThat(said.text()).contains(bad + " cannot be merged: " + other.getKey());
      assertThat(temp.resolve("out")).doesNotExist();
    }
    Said baseline = merge(temp.resolve("out"), good, StoredRun.BASELINE);
    assertThat(baseline.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(baseline.text()).contains("baseline has no units.json");
  }

  /** Each has less evidence than the plan asks for, or another's. */
  @Test
  void foldersWithUnitsOrClaimsOtherThanThePlansAreRefused() throws IOException {
    StoredShard usual = StoredShard.usual();
    Map<String, StoredRun.Change> others = new LinkedHashMap<>();
    others.put(
        "its races/GlobalIdr/OneFreeId decides [UNIQUE_IDS], and the plan's [UNIQUE_IDS, ",
        StoredRun.of(
            "races.json", row -> ((ArrayNode) row.path("claims")).removeAll().add("UNIQUE_IDS")));
    others.put(
        "its explorations/GlobalIdr/OneFreeId decides ",
        StoredRun.of("explorations.json", row -> ((ArrayNode) row.path("claims")).remove(0)));
    others.put(
        "its interleavings/",
        StoredRun.of("interleavings.json", row -> ((ObjectNode) row).put("scenario", "NoSuch")));
    others.put(
        "it has no row of checks/GlobalIdr/Crowd, which decides [UNIQUE_IDS, ",
        without("checks.json", row -> is(row, "GlobalIdr", "check", "Crowd")));
    others.put(
        "its checks/GlobalIdr/Crowd decides [UNIQUE_IDS",
        without(
            "checks.json",
            row ->
                is(row, "GlobalIdr", "check", "Crowd")
                    && row.path("claim").asText().equals("NO_LOST_TIMER")));
    others.put(
        "it has no row of checks/RfcHash/BucketSpread, which decides [EVEN_BUCKETS]",
        without("checks.json", row -> is(row, "RfcHash", "check", "BucketSpread")));
    others.put("it has no row of checks/GlobalIdr/", without("checks.json", row -> true));
    others.put(
        "it has no row of races/GlobalIdr/OneFreeId, which decides [UNIQUE_IDS, ",
        without("races.json", row -> is(row, "GlobalIdr", "scenario", "OneFreeId")));
    others.put(
        "its checks/GlobalIdr/NoSuch decides [",
        StoredRun.of("checks.json", row -> ((ObjectNode) row).put("check", "NoSuch")));
    others.put(
        "units.json names checks/Nobody, which the plan does not have",
        run ->
            run.edit("units.json", file -> ((ArrayNode) file.path("units")).add("checks/Nobody")));
    others.put(
        "units.json names checks/GlobalIdr twice",
        run ->
            run.edit(
                "units.json",
                file -> ((ArrayNode) file.path("units")).add(file.path("units").get(0))));
    others.put(
        "units.json counts 1 units, the plan ",
        run -> run.edit("units.json", file -> ((ObjectNode) file).put("total", 1)));
    for (Map.Entry<String, StoredRun.Change> other : others.entrySet()) {
      Path bad = Files.createTempDirectory(temp, "bad");
      usual.write(bad, names());
      other.getValue().of(new StoredRun(bad));
      Said said = merge(temp.resolve("out"), bad);
      assertThat(said.status()).isEqualTo(ExitStatus.INCOMPLETE);
      assertThat(said.text()).contains(bad + " cannot be merged: " + other.getKey());
      assertThat(temp.resolve("out")).doesNotExist();
    }
  }

  private static StoredRun.Change without(String file, Predicate<JsonNode> gone) {
    return run ->
        run.edit(
            file,
            rows -> {
              List<JsonNode> kept = new ArrayList<>();
              rows.forEach(kept::add);
              kept.removeIf(gone);
              ((ArrayNode) rows).removeAll().addAll(kept);
            });
  }

  private static boolean is(JsonNode row, String design, String field, String name) {
    return row.path("design").asText().equals(design) && row.path(field).asText().equals(name);
  }

  /** As runs write them: a number of timers, and a witness of a script against another claim. */
  @Test
  void rowsThatSayMoreThanThePlanAreMerged() throws IOException {
    Path folder = temp.resolve("more");
    StoredShard.usual().write(folder, names());
    StoredRun run = new StoredRun(folder);
    run.edit(
        "explorations.json",
        rows ->
            rows.forEach(
                row -> {
                  if (row.path("scenario").asText().equals("FindBesideStep")) {
                    ((ObjectNode) row).put("scenario", "FindBesideStep_48");
                  }
                }));
    run.edit(
        "checks.json",
        rows ->
            ((ArrayNode) rows).add(rows.get(0).<ObjectNode>deepCopy().put("claim", "CALLS_END")));
    Said said = merge(temp.resolve("out"), folder);
    assertThat(said.status()).as(said.text()).isZero();
    assertThat(temp.resolve("out/explorations.json")).content().contains("FindBesideStep_48");
  }

  @Test
  void aFolderOfOtherCodeIsRefusedWithBothDigests() throws IOException {
    StoredShard usual = StoredShard.usual();
    Path old = temp.resolve("old");
    usual.of(usual.version(), usual.plan(), UnitFile.UNKNOWN).write(old, names());
    assertThat(merge(temp.resolve("out"), old).text())
        .contains(
            old + " cannot be merged: its code is unknown, and that of this program is ",
            usual.code() + "; use the same build");
  }

  @Test
  void aMergeWithoutItsPageIsNotComplete() throws IOException {
    Merge merge =
        Merge.of(List.of(shards(StoredShard.usual())), StoredShard.usual().version(), List.of());
    Path out = Files.createDirectory(temp.resolve("out"));
    // In the way of the page, and not to be replaced by a file.
    Path inTheWay = Files.createDirectory(out.resolve("index.html"));
    assertThatThrownBy(() -> merge.write(out)).isInstanceOf(IOException.class);
    assertThat(RunFolder.read(out).run().status()).isEqualTo(Completion.INCOMPLETE);
    Files.delete(inTheWay);
    merge.write(out);
    assertThat(RunFolder.read(out).run().status()).isEqualTo(Completion.COMPLETE);
  }

  private static String cpu(Path folder) throws IOException {
    return requireNonNull(RunFolder.read(folder).host()).cpuModel();
  }

  private static EvidenceFiles broken(EvidenceFiles rows, Claim claim) {
    return withRaces(
        rows,
        row ->
            row.design().equals("GlobalIdr") && row.claims().contains(claim)
                ? StoredShard.with(
                    row, 9, List.of(new OutcomeCount("stale", "FORBIDDEN", 9, "", List.of(claim))))
                : row);
  }

  private static List<String> names() {
    return StoredShard.PLAN.units().stream().map(Unit::name).toList();
  }

  private Path[] shards(StoredShard stored) throws IOException {
    Path[] folders = new Path[SHARDS];
    List<List<Unit>> dealt = Shards.of(StoredShard.PLAN, UnitCosts.stored(Profile.QUICK), SHARDS);
    for (int shard = 0; shard < SHARDS; shard++) {
      folders[shard] = temp.resolve("shard" + shard);
      stored.write(folders[shard], dealt.get(shard).stream().map(Unit::name).toList());
    }
    return folders;
  }

  private static List<VerdictRow> judged(EvidenceFiles files) {
    List<VerdictRow> rows = new ArrayList<>();
    for (Design design : StoredShard.DESIGNS) {
      for (Promise promise : design.promises().all()) {
        rows.add(Judge.judge(design.name(), promise, files.about(design.name(), promise)));
      }
    }
    return rows;
  }

  private static Map<String, Verdict> verdicts(List<VerdictRow> rows) {
    return rows.stream()
        .collect(toMap(row -> row.design() + " " + row.claim(), VerdictRow::verdict));
  }

  private static Said merge(Path out, Path... folders) {
    List<String> args = new ArrayList<>(List.of("merge"));
    Arrays.stream(folders).map(Path::toString).forEach(args::add);
    args.addAll(List.of("--out", out.toString()));
    StringWriter text = new StringWriter();
    PrintWriter printer = new PrintWriter(text, true);
    return new Said(Main.run(printer, printer, args.toArray(String[]::new)), text.toString());
  }

  private record Said(int status, String text) {}
}
