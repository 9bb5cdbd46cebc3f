package org.ptstress.stress.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/** Which forms a counterexample has, and why it has no others. */
class FormsTest {
  private static final Bound INTERLEAVED = new Bound(2, 0);
  private static final Bound STALE = new Bound(0, 1);

  @Test
  void noFormWithoutACounterexample() throws Exception {
    Counterexample none = found("RcuHash47", Claim.SINGLE_DELETE, null, null);
    for (Form form : Form.values()) {
      assertThat(as(none, form).reason()).contains("No tool found RcuHash47 to break");
    }
  }

  @Test
  void whatDidNotRunIsQuotedWhereNothingWasFound() throws Exception {
    Claim claim = Claim.UNIQUE_IDS;
    CheckResult hangs = CheckResult.notRun("RcuHash47", "Hangs", claim, "it has hung.");
    CheckResult other = CheckResult.notRun("RcuHash47", "Other", Claim.VALID_IDS, "no matter");
    ExplorationResult full = exploration(RunStatus.NOT_RUN, "no memory");
    ExplorationResult done = exploration(RunStatus.RUN, "");
    assertThat(NotRun.of(claim, List.of(other), List.of(done))).isEmpty();
    assertThat(NotRun.of(claim, List.of(other), List.of(done, full)))
        .isEqualTo("WrapDuringCreate did not run: no memory.");
    assertThat(NotRun.of(claim, List.of(hangs), List.of(full)))
        .isEqualTo("Hangs did not run: it has hung; nor did another.");
    String why = NotRun.of(claim, List.of(hangs), List.of(full, full));
    assertThat(why).endsWith("; nor did 2 others.");
    Forms none = new Forms(found("RcuHash47", claim, null, null), why, any -> List.of());
    for (Form form : Form.values()) {
      assertThat(none.as(form).reason()).endsWith("to break UNIQUE_IDS. " + why);
    }
  }

  private static ExplorationResult exploration(RunStatus status, String reason) {
    return new ExplorationResult(
        "RcuHash47",
        "WrapDuringCreate",
        "",
        List.of(Claim.UNIQUE_IDS),
        status,
        reason,
        null,
        0,
        0,
        0,
        List.of(),
        null);
  }

  @Test
  void countsAreNoCalls() throws Exception {
    Counterexample counted = found("RfcHash", Claim.SCALABLE_FIND, null, null);
    assertThat(as(counted, Form.SCRIPT).reason()).contains("Counts of accesses");
    CheckResult spread = broken("BucketSpread", Claim.EVEN_BUCKETS, "30 of 512.");
    Counterexample uneven = found("RfcHash", Claim.EVEN_BUCKETS, spread, null);
    assertThat(as(uneven, Form.JCSTRESS).reason()).contains("30 of 512.");
  }

  private static CheckResult broken(String check, Claim claim, String seen) {
    return CheckResult.ran("RfcHash", check, claim, false, 1, seen);
  }

  @Test
  void aScriptIsATestAndCallsButNoLitmusTest() throws Exception {
    CheckResult check = broken("LastFreeId", Claim.VALID_IDS, "negative, breaks VALID_IDS");
    Counterexample script = found("RfcHash", Claim.VALID_IDS, check, null);
    assertThat(as(script, Form.SCRIPT).text())
        .contains("timer_create of a -> negative", "Outcome: negative, breaks VALID_IDS");
    assertThat(as(script, Form.JCSTRESS).file()).isEqualTo("RfcHashValidIds.java");
    assertThat(as(script, Form.LITMUS).reason()).contains("no stale read");
    assertThat(as(script, Form.C).reason()).contains("No kernel has the table of RfcHash");
  }

  @Test
  void weakMemoryIsNoProgram() throws Exception {
    Counterexample weak =
        found(
            "RcuHash47",
            Claim.NO_STALE_FIND,
            null,
            explored(Scenarios.CREATE_AGAINST_FIND, STALE, true));
    assertThat(as(weak, Form.C).reason()).contains("stale read");
    assertThat(as(weak, Form.JCSTRESS).text()).contains("It needs weak memory");
    assertThat(as(weak, Form.LITMUS).text())
        .contains("C RcuHash47+NO_STALE_FIND", "exists (1:r0=0)");
  }

  @Test
  void aStalledActorIsNoRace() throws Exception {
    Scenario progress = Scenarios.named("FindDuringCreate");
    Counterexample waits =
        found("RfcHash", Claim.FIND_WITHOUT_LOCK, null, explored(progress, new Bound(1, 0), false));
    assertThat(as(waits, Form.JCSTRESS).reason()).contains("stalled");
    assertThat(as(waits, Form.SCRIPT).text()).contains("the trace");
  }

  @Test
  void aCreateThatStopsBeforePublicationIsAProgram() throws Exception {
    Counterexample twice =
        found(
            "BoundedScanHash",
            Claim.UNIQUE_IDS,
            null,
            explored(Scenarios.named("WrapDuringCreate"), INTERLEAVED, false));
    assertThat(as(twice, Form.C).text()).contains("Linux 6.5 to 6.14", "WrapDuringCreate");
    Counterexample other =
        found(
            "BoundedScanHash",
            Claim.EAGAIN_ONLY_WHEN_FULL,
            null,
            explored(Scenarios.named("SteppedAroundSearch"), INTERLEAVED, false));
    assertThat(new Forms(other, "", any -> List.of()).as(Form.C).reason())
        .contains("ids of a few bits");
  }

  /** What a design shows itself goes before what its era has. */
  @Test
  void aWitnessOfItsOwnGoesBeforeTheDefectOfAnEra() throws Exception {
    Claim claim = Claim.EXACT_RESTORE;
    String defect = "order of errors";
    Counterexample none = found("BucketLockHash", claim, null, null);
    assertThat(as(none, Form.C).text()).contains(defect);
    Counterexample own =
        found(
            "BucketLockHash",
            claim,
            null,
            explored(Scenarios.named("WrapDuringCreate"), INTERLEAVED, false));
    assertThat(as(own, Form.C).text()).contains("WrapDuringCreate").doesNotContain(defect);
  }

  private static Counterexample found(
      String design,
      Claim claim,
      @Nullable CheckResult check,
      Counterexample.@Nullable Explored explored) {
    boolean isWeak = explored != null && explored.isOfWeakMemory();
    return new Counterexample(
        Designs.named(design), claim, check, isWeak ? null : explored, isWeak ? explored : null);
  }

  private static Counterexample.Explored explored(Scenario scenario, Bound bound, boolean weak) {
    return new Counterexample.Explored(
        scenario,
        new ExploredWitness(
            scenario.claims().get(0), "ok, ok, breaks it", weak, bound, "", "the trace"));
  }

  private static Reproduction as(Counterexample found, Form form) throws Exception {
    List<WitnessStep> steps =
        List.of(
            step(0, "writes", "table.heads[].next", "KTimer#1"),
            step(1, "reads", "KTimer#1.signal", "0"),
            step(0, "writes", "KTimer#1.signal", "0xffff888012345680"));
    return new Forms(found, "", any -> steps).as(form);
  }

  private static WitnessStep step(int actor, String verb, String location, String value) {
    return new WitnessStep(actor, verb, location, "", value, "plain", "");
  }
}
