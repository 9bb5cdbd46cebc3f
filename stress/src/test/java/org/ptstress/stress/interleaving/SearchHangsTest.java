package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.stress.interleaving.SearchRunnerTest.searches;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.LongScans;
import org.ptstress.stress.outside.ThrowsInCrowds;
import org.ptstress.stress.outside.TrustsItsFind;
import org.ptstress.stress.outside.TwistedList;
import org.ptstress.stress.outside.lock.MonitorsBothWays;
import org.ptstress.stress.outside.lock.SpinsBothWays;
import org.ptstress.stress.support.ClassPaths;

/** Calls that do not end, in designs with locks of their own, are witnesses with interleavings. */
class SearchHangsTest {
  @TempDir private Path folder;

  @Test
  void deadlocksSpinCyclesAndExceptionsBreakCallsEnd() throws Exception {
    List<Design> designs =
        List.of(
            new MonitorsBothWays(),
            new SpinsBothWays(),
            new TrustsItsFind(),
            new TwistedList(),
            new LongScans(),
            new ThrowsInCrowds(),
            new Honest());
    List<InterleavingResult> rows =
        new SearchRunner(
                folder,
                1,
                new SearchBudget(160, 160),
                Duration.ofMinutes(2),
                Deadline.none(),
                ClassPaths.with(folder, designs.toArray(new Design[0])))
            .search(searches(designs, SearchHangsTest::isChosen), false, (done, total, what) -> {});
    assertThat(row(rows, "MonitorsBothWays", "StaleSearchStart").broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.claim()).isEqualTo(Claim.CALLS_END);
              assertThat(broken.message()).contains("wait for each other");
              assertThat(broken.interleaving()).contains("(): <hung>");
            });
    // Behind the deadlock nothing was searched.
    assertThat(row(rows, "MonitorsBothWays", "StaleSearchStart").status())
        .isEqualTo(RunStatus.NOT_RUN);
    assertThat(row(rows, "SpinsBothWays", "CreateDeleteFind").broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.claim()).isEqualTo(Claim.CALLS_END);
              assertThat(broken.message()).contains("spin in loops");
              assertThat(broken.interleaving().lines().count()).isLessThan(1_000);
            });
    assertThat(row(rows, "TrustsItsFind", "DeleteAgainstFind").broken())
        .singleElement()
        .extracting(BrokenClaim::claim, broken -> broken.message().contains("NullPointerException"))
        .containsExactly(Claim.CALLS_END, true);
    assertThat(row(rows, "TwistedList", "NeighboursDeleted").broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.claim()).isEqualTo(Claim.CALLS_END);
              assertThat(broken.message()).contains("spin in loops");
              assertThat(broken.interleaving()).contains("TwistedList");
            });
    // Its loops are long, and end.
    assertThat(row(rows, "LongScans", "SteppedAroundSearch").status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(row(rows, "LongScans", "SteppedAroundSearch").broken()).isEmpty();
    // Not UNIQUE_IDS, though no order of the calls explains an exception.
    assertThat(row(rows, "ThrowsInCrowds", "IdAllocation").broken())
        .singleElement()
        .extracting(BrokenClaim::claim, broken -> broken.message().contains("not in a crowd"))
        .containsExactly(Claim.CALLS_END, true);
    assertThat(row(rows, "Honest", "SteppedAroundSearch").status()).isEqualTo(RunStatus.RUN);
    assertThat(row(rows, "Honest", "SteppedAroundSearch").broken()).isEmpty();
  }

  private static boolean isChosen(Design design, String scenario) {
    return switch (design.name()) {
      case "MonitorsBothWays" -> scenario.equals("StaleSearchStart");
      case "ThrowsInCrowds" -> scenario.equals("IdAllocation");
      case "SpinsBothWays" -> scenario.equals("CreateDeleteFind");
      case "TwistedList" -> scenario.equals("NeighboursDeleted");
      case "TrustsItsFind" -> scenario.equals("DeleteAgainstFind");
      default -> scenario.equals("SteppedAroundSearch");
    };
  }

  private static InterleavingResult row(
      List<InterleavingResult> rows, String design, String scenario) {
    return rows.stream()
        .filter(row -> row.design().equals(design) && row.scenario().equals(scenario))
        .findFirst()
        .orElseThrow();
  }
}
