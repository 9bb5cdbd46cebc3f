package org.ptstress.reports.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.reports.fleet.RunPlan;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitRows;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.StressPlan;

/**
 * The folder of a shard, made of what a run of two designs might have given. Its counts and
 * measurements are those of the baseline.
 *
 * @param version of the program
 * @param plan the digest of its plan
 * @param code the digest of its code
 * @param architecture of its machine
 * @param samples of each race
 * @param startedAt when
 */
record StoredShard(
    String version,
    String plan,
    String code,
    String architecture,
    long samples,
    Instant startedAt) {
  static final List<Design> DESIGNS =
      List.of(Designs.named(Designs.YARDSTICK), Designs.named("RfcHash"));
  static final RunPlan PLAN = new RunPlan(Profile.QUICK, DESIGNS);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<DesignCosts> COSTS = costs();
  private static final UnitFile FILE = file();

  private static UnitFile file() {
    try {
      return PLAN.file(UnitSelection.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DesignCosts> costs() {
    try {
      return ResultFiles.readCosts(StoredRun.BASELINE).stream()
          .filter(row -> DESIGNS.stream().anyMatch(each -> each.name().equals(row.design())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An ordinary one. */
  static StoredShard usual() {
    return new StoredShard(
        Version.number(), FILE.plan(), FILE.code(), "amd64", 1_000, Instant.EPOCH);
  }

  StoredShard of(String otherVersion, String otherPlan, String otherCode) {
    return new StoredShard(otherVersion, otherPlan, otherCode, architecture, samples, startedAt);
  }

  StoredShard on(String otherArchitecture) {
    return new StoredShard(version, plan, code, otherArchitecture, samples, startedAt);
  }

  StoredShard later(long otherSamples) {
    return new StoredShard(
        version, plan, code, architecture, otherSamples, startedAt.plusSeconds(3_600));
  }

  /** What one machine that does everything writes. */
  EvidenceFiles whole() {
    EvidenceFiles none = StressPlan.of(Profile.QUICK, DESIGNS).notRun("");
    return new EvidenceFiles(
        none.races().stream().map(this::ran).toList(),
        none.interleavings().stream().map(StoredShard::ran).toList(),
        none.checks().stream().map(StoredShard::ran).toList(),
        COSTS,
        none.explorations().stream().map(StoredShard::ran).toList(),
        architecture);
  }

  /** Writes the folder of some units. */
  void write(Path folder, List<String> units) throws IOException {
    write(folder, units, whole());
  }

  void write(Path folder, List<String> units, EvidenceFiles rows) throws IOException {
    Files.createDirectories(folder);
    EvidenceFiles none = StressPlan.of(Profile.QUICK, DESIGNS).notRun(Evidence.ELSEWHERE);
    UnitSelection selection = UnitSelection.of(units);
    ResultFiles.write(folder, new UnitFile(plan, code, PLAN.units().size(), units));
    ResultFiles.write(folder, host());
    ResultFiles.write(
        folder, ResultFiles.RACES, only(selection, UnitRows.RACES, none.races(), rows.races()));
    ResultFiles.write(
        folder,
        ResultFiles.INTERLEAVINGS,
        only(selection, UnitRows.INTERLEAVINGS, none.interleavings(), rows.interleavings()));
    ResultFiles.write(
        folder, ResultFiles.CHECKS, only(selection, UnitRows.CHECKS, none.checks(), rows.checks()));
    ResultFiles.write(
        folder,
        ResultFiles.EXPLORATIONS,
        only(selection, UnitRows.EXPLORATIONS, none.explorations(), rows.explorations()));
    ResultFiles.writeCosts(folder, only(selection, UnitRows.COSTS, none.costs(), rows.costs()));
    ResultFiles.write(folder, ResultFiles.VERDICTS, List.of());
    List<RunFile.Phase> phases = new ArrayList<>();
    for (String name :
        List.of(
            "host", "checks", "accesses", "explorations", "races", "interleavings", "verdicts")) {
      phases.add(new RunFile.Phase(name, RunFile.PhaseStatus.DONE, 1, ""));
    }
    boolean measures = selection.includes(Unit.of(Unit.MEASUREMENTS));
    for (String name : List.of("jmh", "latency")) {
      phases.add(
          new RunFile.Phase(
              name,
              measures ? RunFile.PhaseStatus.DONE : RunFile.PhaseStatus.NOT_RUN,
              1,
              measures ? "" : "This shard has no unit of it."));
    }
    if (measures) {
      writeSpeeds(folder);
      Files.createDirectories(folder.resolve("latency"));
      for (Design design : DESIGNS) {
        String log = "latency/" + design.name() + ".hlog";
        Files.copy(StoredRun.BASELINE.resolve(log), folder.resolve(log));
      }
    }
    ResultFiles.write(
        folder,
        new RunFile(
            RunFile.Completion.COMPLETE,
            "quick",
            DESIGNS.stream().map(Design::name).toList(),
            startedAt,
            startedAt.plusSeconds(60),
            version,
            List.of("run"),
            phases));
  }

  private static void writeSpeeds(Path folder) throws IOException {
    ArrayNode rows = (ArrayNode) JSON.readTree(StoredRun.BASELINE.resolve("jmh.json").toFile());
    ArrayNode own = JSON.createArrayNode();
    for (JsonNode row : rows) {
      String design = row.path("params").path("design").asText();
      if (design.isEmpty() || DESIGNS.stream().anyMatch(each -> each.name().equals(design))) {
        own.add(row);
      }
    }
    JSON.writeValue(folder.resolve("jmh.json").toFile(), own);
  }

  private HostInfo host() {
    return new HostInfo(
        "cpu of " + samples, 2, "Linux", architecture, "17", List.of(), 1, null, null, startedAt);
  }

  private static <R> List<R> only(
      UnitSelection selection, UnitRows<R> rows, List<R> none, List<R> all) {
    Function<R, Unit> unit = rows.unit();
    return rows.over(
        none, all.stream().filter(row -> selection.includes(unit.apply(row))).toList());
  }

  private static boolean breaks(String design, Claim claim) {
    return expectation(design, claim) == Expectation.BROKEN;
  }

  private static Expectation expectation(String design, Claim claim) {
    return Designs.named(design).promises().on(claim).expectation();
  }

  private RaceResult ran(RaceResult row) {
    List<Claim> broken =
        row.claims().stream().filter(claim -> breaks(row.design(), claim)).toList();
    OutcomeCount fine =
        new OutcomeCount(
            "fine", "ACCEPTABLE", broken.isEmpty() ? samples : samples - 1, "", List.of());
    OutcomeCount seen = new OutcomeCount("seen", "FORBIDDEN", 1, "", broken);
    return with(row, samples, broken.isEmpty() ? List.of(fine) : List.of(fine, seen));
  }

  static RaceResult with(RaceResult row, long samples, List<OutcomeCount> outcomes) {
    return new RaceResult(
        row.design(),
        row.scenario(),
        row.description(),
        row.actors(),
        row.claims(),
        RunStatus.RUN,
        "",
        false,
        samples,
        outcomes,
        List.of(),
        1.0,
        null);
  }

  static RaceResult lost(RaceResult row, String reason, boolean tooFewCpus) {
    return new RaceResult(
        row.design(),
        row.scenario(),
        row.description(),
        row.actors(),
        row.claims(),
        RunStatus.NOT_RUN,
        reason,
        tooFewCpus,
        0,
        List.of(),
        List.of(),
        1.0,
        null);
  }

  private static InterleavingResult ran(InterleavingResult row) {
    return new InterleavingResult(
        row.design(),
        row.scenario(),
        row.description(),
        row.claims(),
        RunStatus.RUN,
        "",
        100,
        1,
        List.of());
  }

  private static ExplorationResult ran(ExplorationResult row) {
    List<ExploredWitness> broken =
        row.claims().stream()
            .filter(claim -> expectation(row.design(), claim).isBroken())
            .map(claim -> witness(claim, expectation(row.design(), claim)))
            .toList();
    return new ExplorationResult(
        row.design(),
        row.scenario(),
        row.description(),
        row.claims(),
        RunStatus.RUN,
        "",
        new Bound(1, 0),
        100,
        0,
        1,
        broken,
        null);
  }

  private static ExploredWitness witness(Claim claim, Expectation expectation) {
    boolean weak = expectation == Expectation.BROKEN_ON_WEAK_MEMORY;
    return new ExploredWitness(claim, "seen", weak, new Bound(1, weak ? 1 : 0), "", "");
  }

  private static CheckResult ran(CheckResult row) {
    return CheckResult.ran(
        row.design(),
        row.check(),
        row.claim(),
        !breaks(row.design(), row.claim()),
        10,
        "looked at");
  }
}
