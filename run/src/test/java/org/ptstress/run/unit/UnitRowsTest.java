package org.ptstress.run.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Relation;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;

/** Which of several rows of a unit count. */
final class UnitRowsTest {
  private static final UnitRows<InterleavingResult> ROWS = UnitRows.INTERLEAVINGS;
  private static final PairRow FINDS =
      new PairRow(
          Operation.FIND, Operation.FIND, Relation.OTHER_PROCESS, true, 10, 10, false, List.of());

  @Test
  void rowsThatAreDoneTakeThePlacesOfThosePlanned() {
    List<InterleavingResult> planned = List.of(row("A", 0), row("B", 0), row("C", 0));
    List<InterleavingResult> done = List.of(row("C", 3), row("A", 1));
    assertThat(ROWS.over(planned, done)).containsExactly(row("A", 1), row("B", 0), row("C", 3));
  }

  @Test
  void aUnitThatRanTwiceCountsOnce() {
    assertThat(ROWS.once(List.of(List.of(row("A", 1), row("B", 1)), List.of(row("A", 2)))))
        .containsExactly(row("A", 1), row("B", 1));
  }

  @Test
  void aResultCountsBeforeNone() {
    InterleavingResult none = row("A", 5).cutShort("it hung");
    assertThat(ROWS.once(List.of(List.of(none), List.of(row("A", 2)))))
        .containsExactly(row("A", 2));
    assertThat(ROWS.once(List.of(List.of(none)))).containsExactly(none);
  }

  @Test
  void aWitnessCountsWhicheverRunSawIt() {
    InterleavingResult first = row("A", 1, Claim.UNIQUE_IDS);
    InterleavingResult same = row("A", 2, Claim.UNIQUE_IDS);
    InterleavingResult another = row("A", 3, Claim.NO_STALE_FIND);
    assertThat(ROWS.once(List.of(List.of(first), List.of(same), List.of(another))))
        .containsExactly(first, another);
  }

  /** A whole count wins, wherever it stands; a part is better than none. */
  @Test
  void aPartCountsBeforeNoneAndAfterTheWhole() {
    DesignCosts whole =
        new DesignCosts(
            new Accesses("A", "", null, null, List.of(), List.of()),
            new Conflicts("A", "", List.of(FINDS)));
    DesignCosts part = whole.cutShort("the run was stopped");
    DesignCosts none = DesignCosts.none("A", "it crashed");
    UnitRows<DesignCosts> rows = UnitRows.COSTS;
    assertThat(rows.once(List.of(List.of(none), List.of(part)))).containsExactly(part);
    assertThat(rows.once(List.of(List.of(part), List.of(whole)))).containsExactly(whole);
    assertThat(rows.openIn(List.of(List.of(part))).values())
        .containsExactly(EnumSet.allOf(Claim.class));
    assertThat(rows.openIn(List.of(List.of(part), List.of(whole))).values())
        .containsExactly(Set.of());
  }

  private static InterleavingResult row(String scenario, long explored, Claim... broken) {
    return new InterleavingResult(
        "Design",
        scenario,
        "",
        List.of(Claim.UNIQUE_IDS),
        RunStatus.RUN,
        "",
        explored,
        0,
        List.of(broken).stream().map(claim -> new BrokenClaim(claim, "", "")).toList());
  }
}
