package org.ptstress.run.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.run.cost.CostChange.Effect;

/** What an exact comparison names, and that nothing passes it unseen. */
class CostComparisonTest {
  private static final Cost FIND = new Cost(1_400, 0, 0, 0, 800, 900, 0, 0);
  private static final FieldCount SLOTS = new FieldCount("Slots.table", 1_400, 0, 0, 0);
  private static final CountRow ROW = row(FIND, 0, Cost.NONE, SLOTS);
  private static final WorkingSet SET =
      new WorkingSet(Population.KERNEL_512, 512, 2_000, 600, 700, List.of());
  private static final PairRow FREE = pair(100, false);
  private static final SearchSteps SEARCH =
      new SearchSteps("", 1_000, 4, false, 95, 17, 70, 70, 71, 72);
  private static final DesignCosts BASE = costs(ROW, SET, FREE);

  @Test
  void equalCostsAreUnchanged() {
    CostComparison comparison = CostComparison.of(BASE, costs(ROW, SET, FREE));
    assertThat(comparison.isUnchanged()).isTrue();
    assertThat(comparison.compared()).isEqualTo(4 + 8 + 4 + 2);
  }

  @Test
  void oneStoreMoreIsNamedWithItsField() {
    FieldCount lookups = new FieldCount("SelfHashingSlots.lookups", 0, 200, 0, 0);
    CountRow stores = row(new Cost(1_400, 200, 0, 0, 800, 900, 0, 0), 0, Cost.NONE, SLOTS, lookups);
    CostComparison comparison = CostComparison.of(BASE, costs(stores, SET, FREE));
    assertThat(comparison.hasRegressed()).isTrue();
    assertThat(comparison.changes())
        .extracting(CostChange::text)
        .containsExactly("find, 512 timers: stores 0 -> 1, at SelfHashingSlots.lookups 0 -> 1");
    CostComparison back = CostComparison.of(costs(stores, SET, FREE), BASE);
    assertThat(back.hasRegressed()).isFalse();
    assertThat(back.changes()).extracting(CostChange::effect).containsExactly(Effect.IMPROVED);
  }

  @Test
  void oneAccessInOneDrawIsEnough() {
    List<Cost> costs =
        List.of(
            new Cost(1_401, 0, 0, 0, 800, 900, 0, 0),
            new Cost(1_400, 1, 0, 0, 800, 900, 0, 0),
            new Cost(1_400, 0, 1, 0, 800, 900, 0, 0),
            new Cost(1_400, 0, 0, 1, 800, 900, 0, 0),
            new Cost(1_400, 0, 0, 0, 801, 900, 0, 0),
            new Cost(1_400, 0, 0, 0, 800, 900, 1, 0));
    assertThat(costs.stream().map(cost -> only(row(cost, 0, Cost.NONE, SLOTS))))
        .containsExactly(
            "find, 512 timers: loads 7 -> 7.005",
            "find, 512 timers: stores 0 -> 0.005",
            "find, 512 timers: RMWs 0 -> 0.005",
            "find, 512 timers: fences 0 -> 0.005",
            "find, 512 timers: objects 4 -> 4.005",
            "find, 512 timers: allocations 0 -> 0.005");
  }

  @Test
  void theLayoutOfObjectsIsNotCompared() {
    CountRow spread = row(new Cost(1_400, 0, 0, 0, 800, 9_000, 0, 77), 0, Cost.NONE, SLOTS);
    assertThat(CostComparison.of(BASE, costs(spread, SET, FREE)).isUnchanged()).isTrue();
  }

  @Test
  void whatMovesIntoGrowthStepsIsSeen() {
    CountRow growing =
        new CountRow(
            Population.KERNEL_512,
            Operation.FIND,
            199,
            new Cost(1_393, 0, 0, 0, 796, 900, 0, 0),
            Cost.NONE,
            1,
            new Cost(5, 70, 0, 0, 0, 0, 0, 0),
            null,
            List.of(new FieldCount("Slots.table", 1_393, 0, 0, 0)));
    assertThat(CostComparison.of(BASE, costs(growing, SET, FREE)).changes())
        .as("whose means are equal")
        .extracting(CostChange::text)
        .containsExactly(
            "find, 512 timers: growth steps 0 -> 1",
            "find, 512 timers: accesses of the worst growth step 0 -> 75");
  }

  @Test
  void aLargerWorkingSetHasRegressed() {
    WorkingSet more = new WorkingSet(Population.KERNEL_512, 512, 2_001, 600, 700, List.of());
    assertThat(CostComparison.of(BASE, costs(ROW, more, FREE)).changes())
        .extracting(CostChange::text)
        .containsExactly("finds of all, 512 timers: distinct fields 2000 -> 2001");
  }

  @Test
  void aLocationThatFindsOfSomeTimersShareHasRegressed() {
    WorkingSet sharing =
        new WorkingSet(Population.KERNEL_512, 512, 2_000, 600, 700, List.of("table.lookups"));
    assertThat(CostComparison.of(BASE, costs(ROW, sharing, FREE)).changes())
        .extracting(CostChange::text)
        .containsExactly(
            "finds of all, 512 timers: locations that threads share (table.lookups) 0 -> 1");
  }

  @Test
  void conflictsAreNamedByTheirLocations() {
    PairRow one = pair(99, false, culprit("table.x", 1));
    CostComparison comparison = CostComparison.of(BASE, costs(ROW, SET, one));
    assertThat(comparison.changes().get(0).text())
        .isEqualTo(
            "find and create (other process): states with a conflict 0 -> 1, at table.x 0 -> 1");
    PairRow moved = pair(99, false, culprit("table.y", 1));
    assertThat(CostComparison.of(costs(ROW, SET, one), costs(ROW, SET, moved)).changes())
        .as("as many conflicts at another place")
        .extracting(CostChange::effect, change -> change.fields().get(0).field())
        .containsExactly(tuple(Effect.REGRESSED, "table.y"), tuple(Effect.IMPROVED, "table.x"));
  }

  @Test
  void aCounterThatStripesNoMoreHasRegressed() {
    PairRow striped = pair(0, true, culprit("table.x", 100));
    PairRow not = pair(0, false, culprit("table.x", 100));
    assertThat(CostComparison.of(costs(ROW, SET, striped), costs(ROW, SET, not)).hasRegressed())
        .isTrue();
  }

  @Test
  void whatIsMissingIsAProblemAndNotUnchanged() {
    DesignCosts other = DesignCosts.none("E", "it crashed");
    List<CostComparison> all = CostComparison.of(List.of(BASE), List.of(other));
    assertThat(all)
        .extracting(CostComparison::problems)
        .containsExactly(
            List.of("D was counted in the baseline only."),
            List.of("E was counted in the candidate only."));
    assertThat(all).noneMatch(CostComparison::isUnchanged);
    assertThat(CostComparison.of(BASE, DesignCosts.none("D", "it crashed")).problems())
        .containsExactly("The candidate has no counts of D: it crashed");
    DesignCosts part =
        new DesignCosts(
            new Accesses("D", "", null, SEARCH, List.of(), List.of(SET)), BASE.conflicts());
    assertThat(CostComparison.of(BASE, part).problems())
        .containsExactly("The candidate has no count of D: find, 512 timers.");
    assertThat(CostComparison.of(part, BASE).isUnchanged()).isFalse();
  }

  @Test
  void aTableOfAMillionIsComparedWhereBothHaveIt() {
    DesignCosts large = large(FIND.loads());
    assertThat(CostComparison.of(BASE, large).isUnchanged()).isTrue();
    assertThat(CostComparison.of(large, BASE).isUnchanged()).isTrue();
    assertThat(CostComparison.of(large, large(FIND.loads() + 1)).changes())
        .extracting(CostChange::text)
        .singleElement()
        .asString()
        .contains("find, 1,000,000 timers: loads");
  }

  /** The base with finds among a million timers. */
  private static DesignCosts large(long loads) {
    Cost cost = new Cost(loads, 0, 0, 0, 0, 0, 0, 0);
    CountRow row =
        new CountRow(
            Population.KERNEL_1000000,
            Operation.FIND,
            200,
            cost,
            cost,
            0,
            Cost.NONE,
            null,
            List.of());
    return new DesignCosts(
        new Accesses("D", "", null, SEARCH, List.of(ROW, row), List.of(SET)), BASE.conflicts());
  }

  @Test
  void stepsOfASearchAreComparedWhereTheBaselineHasThem() {
    SearchSteps longer = new SearchSteps("", 1_000, 4, false, 95, 17, 87, 87, 87, 72);
    assertThat(CostComparison.of(BASE, searching(longer)).changes())
        .extracting(CostChange::text)
        .containsExactly("create with all ids taken: steps 70 -> 87");
    assertThat(CostComparison.of(searching(null), BASE).isUnchanged()).isTrue();
    assertThat(CostComparison.of(BASE, searching(null)).problems()).hasSize(1);
    assertThat(CostComparison.of(BASE, searching(SearchSteps.none("it parks"))).problems())
        .hasSize(1);
  }

  private static DesignCosts searching(@Nullable SearchSteps search) {
    return new DesignCosts(
        new Accesses("D", "", null, search, List.of(ROW), List.of(SET)), BASE.conflicts());
  }

  @Test
  void bytecodesAreComparedWhereOneCompilerMadeBoth() {
    DesignCosts before = compiled("javac 17", 20_000);
    assertThat(CostComparison.of(before, compiled("javac 17", 20_001)).changes())
        .extracting(CostChange::text)
        .containsExactly("find, 512 timers: bytecodes 100 -> 100.005");
    assertThat(CostComparison.of(before, compiled("javac 25", 20_001)).isUnchanged()).isTrue();
    assertThat(CostComparison.of(compiled(null, 1), compiled(null, 2)).isUnchanged()).isTrue();
  }

  private static DesignCosts compiled(@Nullable String compiler, long bytecodes) {
    CountRow row =
        new CountRow(
            Population.KERNEL_512,
            Operation.FIND,
            200,
            FIND,
            FIND,
            0,
            Cost.NONE,
            new Bytecodes(bytecodes, 0),
            List.of(SLOTS));
    return new DesignCosts(
        new Accesses("D", "", compiler, SEARCH, List.of(row), List.of(SET)), BASE.conflicts());
  }

  @Test
  void sumsOfOtherNumbersOfOperationsAreAProblem() {
    CountRow fewer =
        new CountRow(
            Population.KERNEL_512, Operation.FIND, 100, FIND, FIND, 0, Cost.NONE, null, List.of());
    assertThat(CostComparison.of(BASE, costs(fewer, SET, FREE)).problems()).hasSize(1);
    WorkingSet part = new WorkingSet(Population.KERNEL_512, 511, 2_000, 600, 700, List.of());
    assertThat(CostComparison.of(BASE, costs(ROW, part, FREE)).problems()).hasSize(1);
  }

  private static String only(CountRow row) {
    List<CostChange> changes =
        new ArrayList<>(CostComparison.of(BASE, costs(row, SET, FREE)).changes());
    assertThat(changes).hasSize(1);
    return changes.get(0).text();
  }

  private static DesignCosts costs(CountRow row, WorkingSet set, PairRow pair) {
    return new DesignCosts(
        new Accesses("D", "", null, SEARCH, List.of(row), List.of(set)),
        new Conflicts("D", "", List.of(pair)));
  }

  private static CountRow row(Cost cost, int growth, Cost worst, FieldCount... fields) {
    return new CountRow(
        Population.KERNEL_512,
        Operation.FIND,
        200,
        cost,
        cost,
        growth,
        worst,
        null,
        List.of(fields));
  }

  private static PairRow pair(int free, boolean stripes, Culprit... culprits) {
    return new PairRow(
        Operation.FIND,
        Operation.CREATE,
        Relation.OTHER_PROCESS,
        true,
        100,
        free,
        stripes,
        Arrays.asList(culprits));
  }

  private static Culprit culprit(String location, int states) {
    return new Culprit(location, Part.TABLE, false, true, "RMW | RMW", states);
  }
}
