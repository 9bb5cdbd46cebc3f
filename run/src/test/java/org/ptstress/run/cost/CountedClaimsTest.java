package org.ptstress.run.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.CountedClaims.Answer;

/** What counts of finds make of the claims about their cost. */
class CountedClaimsTest {
  private static final int DRAWS = 200;

  private static final PairRow FREE = finds(100);
  private static final PairRow SHARED =
      finds(0, new Culprit("table.lookups", Part.TABLE, false, true, "RMW | RMW", 100));

  private static final DesignCosts YARDSTICK =
      costs(Designs.YARDSTICK, population -> 20, 0, 3, FREE);

  @Test
  void aTreeIsFlatAndAChainIsNot() {
    assertThat(flat(population -> 20).broken()).isFalse();
    assertThat(flat(population -> 3 + Math.log(population.timers())).broken()).isFalse();
    assertThat(flat(population -> 12 + population.timers() / 32.0).broken()).isTrue();
    assertThat(flat(population -> Math.sqrt(population.timers())).broken()).isTrue();
  }

  @Test
  void moreChainsThanAskedForHideNoGrowth() {
    ToDoubleFunction<Population> chains = population -> 12 + population.timers() / 1024.0;
    Answer answer = flat(chains);
    assertThat(answer.broken()).isTrue();
    assertThat(answer.detail()).contains("timers^0.0").contains("timers^0.3");
  }

  @Test
  void whatWasDeletedLongAgoCostsNoFindAnything() {
    assertThat(flat(population -> 20 + population.rounds() / 64.0).broken()).isTrue();
    assertThat(flat(population -> 8 + Math.log(1 + population.rounds())).broken()).isFalse();
    DesignCosts whole = costs("D", population -> 20, 0, 3, FREE);
    assertThat(about(Claim.FLAT_LOOKUP, without(whole, Population.AGED_16000)).problem())
        .isEqualTo("finds were counted at 6 of 7 populations");
  }

  @Test
  void aPopulationThatWasNotCountedDecidesNothing() {
    DesignCosts whole = costs("D", population -> 20, 0, 3, FREE);
    List<CountRow> few = whole.accesses().counts().subList(0, 4);
    DesignCosts part =
        new DesignCosts(new Accesses("D", "", null, null, few, List.of()), whole.conflicts());
    assertThat(about(Claim.FLAT_LOOKUP, part).problem()).isNotEmpty();
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, part).problem()).isNotEmpty();
  }

  @Test
  void aQuarterMoreLoadsIsAsGoodAsBefore() {
    assertThat(asGood(population -> 25, 0, 3, FREE).broken()).isFalse();
    assertThat(asGood(population -> 25.1, 0, 3, FREE).broken()).isTrue();
    ToDoubleFunction<Population> onlyOnce =
        population -> population == Population.PROCESSES_5000 ? 26 : 20;
    assertThat(asGood(onlyOnce, 0, 3, FREE).detail())
        .isEqualTo("loads among 5,000 processes of one: 26.00, GlobalIdr 20.00");
  }

  @Test
  void onlyATableOfAMillionMayLack() {
    DesignCosts whole = costs("D", population -> 20, 0, 3, FREE);
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, without(whole, Population.KERNEL_1000000)).problem())
        .isEmpty();
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, without(whole, Population.KERNEL_65536)).problem())
        .isEqualTo("finds among 65,536 timers were not counted");
    ToDoubleFunction<Population> late = population -> population.isOptional() ? 26 : 20;
    assertThat(asGood(late, 0, 3, FREE).detail())
        .isEqualTo("loads among 1,000,000 timers: 26.00, GlobalIdr 20.00");
  }

  private static DesignCosts without(DesignCosts costs, Population population) {
    Accesses all = costs.accesses();
    List<CountRow> counts =
        all.counts().stream().filter(row -> row.population() != population).toList();
    return new DesignCosts(
        new Accesses(all.design(), "", null, null, counts, all.workingSets()), costs.conflicts());
  }

  @Test
  void allocationsWorkingSetAndSharedStoresAreNotAsGood() {
    assertThat(asGood(population -> 20, 1, 3, FREE).detail()).startsWith("allocations among");
    assertThat(asGood(population -> 20, 0, 4, FREE).detail()).startsWith("objects and elements");
    assertThat(asGood(population -> 20, 0, 3, SHARED).detail()).contains("table.lookups");
  }

  /** One find in a thousand counts lookups: no drawn pair shows it. */
  @Test
  void findsOfAllTimersScaleOnlyIfNoneWritesWhatOthersAccess() {
    DesignCosts drawn = costs("D", population -> 20, 0, 3, FREE);
    assertThat(about(Claim.SCALABLE_FIND, drawn).broken()).isFalse();
    Accesses all = drawn.accesses();
    WorkingSet sharing =
        new WorkingSet(Population.SMALL_4000, 4_000, 1, 1, 1, List.of("table.lookups"));
    Accesses some = new Accesses("D", "", null, null, all.counts(), List.of(sharing));
    DesignCosts costs = new DesignCosts(some, drawn.conflicts());
    assertThat(about(Claim.SCALABLE_FIND, costs).detail())
        .isEqualTo(
            "finds of all timers (4,000 timers in 16 buckets) write table.lookups, which finds of"
                + " another thread access");
    assertThat(about(Claim.SCALABLE_FIND, costs))
        .matches(answer -> answer.broken() && answer.samples() == 4_000);
  }

  @Test
  void searchIsBoundedByTheStepsToTheLastFreeId() {
    assertThat(search(false, 70, 112, 129, 231).broken()).as("a try for each call").isFalse();
    assertThat(search(false, 96, 70, 70, 70).broken()).as("more to copy if full").isFalse();
    assertThat(search(true, 70, 70, 70, 70).broken()).as("tries one twice").isTrue();
    assertThat(search(false, 70, 170, 170, 170).broken()).as("does not grow").isFalse();
    assertThat(search(false, 70, 112, 129, 232).broken()).isTrue();
    assertThat(search(false, 70, 70, 10_000, 10_000).broken()).as("no end").isTrue();
    Answer endless = search(false, 70, 135, 192, 306);
    assertThat(endless.broken()).isTrue();
    assertThat(endless.samples()).isEqualTo(1_000);
    assertThat(endless.detail())
        .startsWith("135, 192 and 306 steps beside an adversary of one, two and");
    assertThat(about(Claim.BOUNDED_SEARCH, searching(null)).problem()).isNotEmpty();
    assertThat(about(Claim.BOUNDED_SEARCH, searching(SearchSteps.none("it parks"))).problem())
        .isEqualTo("it parks");
  }

  private static Answer search(
      boolean comesBack, long full, long once, long twice, long fourTimes) {
    return about(
        Claim.BOUNDED_SEARCH,
        searching(new SearchSteps("", 1_000, 4, comesBack, 95, 17, full, once, twice, fourTimes)));
  }

  private static DesignCosts searching(@Nullable SearchSteps search) {
    return new DesignCosts(
        new Accesses("D", "", null, search, List.of(), List.of()),
        new Conflicts("D", "", List.of()));
  }

  /** Costs that were cut short, why ever, go as far as the rows that had arrived, and say so. */
  @ParameterizedTest
  @ValueSource(strings = {"out of time", "the run was stopped"})
  void aPartOfTheCostsSaysThatItIsOne(String why) {
    DesignCosts part = costs("D", population -> 20, 0, 3, FREE).cutShort(why);
    assertThat(part.extent()).isEqualTo(DesignCosts.Extent.PART);
    Answer answer = about(Claim.SCALABLE_FIND, part);
    assertThat(answer.extent()).isEqualTo(DesignCosts.Extent.PART);
    assertThat(answer.problem()).isEqualTo(why);
    assertThat(DesignCosts.none("D", why).cutShort("more").extent())
        .isEqualTo(DesignCosts.Extent.NOTHING);
  }

  @Test
  void searchesAreJudgedWhereLaterRowsAreMissing() {
    DesignCosts rows = costs("D", population -> 20, 0, 3, FREE);
    for (long fourTimes : new long[] {70, 306}) {
      SearchSteps search = new SearchSteps("", 1_000, 4, false, 95, 17, 70, 70, 71, fourTimes);
      Accesses first = new Accesses("D", "", null, search, List.of(), List.of());
      DesignCosts part = new DesignCosts(first, rows.conflicts()).cutShort("out of time");
      Answer answer = about(Claim.BOUNDED_SEARCH, part);
      assertThat(answer.extent()).isEqualTo(DesignCosts.Extent.WHOLE);
      assertThat(answer.broken()).isEqualTo(fourTimes == 306);
    }
  }

  @Test
  void rowsThatCameInTimeDecide() {
    DesignCosts whole = costs("D", population -> 20, 0, 3, FREE);
    Answer flat = about(Claim.FLAT_LOOKUP, cutOff(whole, 3));
    assertThat(flat.problem()).isEqualTo("out of time");
    assertThat(flat.samples()).isEqualTo(3 * DRAWS);
    assertThat(flat.detail())
        .startsWith("loads of a find ~ timers^")
        .endsWith("0.000 in 16 buckets, not counted in 512, not counted after creates and deletes");
    Answer few = about(Claim.FLAT_LOOKUP, cutOff(whole, 2));
    assertThat(few.samples()).isZero();
    assertThat(few.problem()).isEqualTo("out of time: finds were counted at 2 of 7 populations");
    DesignCosts steep = costs("D", population -> population.timers(), 0, 3, FREE);
    assertThat(about(Claim.FLAT_LOOKUP, cutOff(steep, 3)).broken()).isTrue();

    Answer good = about(Claim.AS_GOOD_AS_BEFORE, cutOff(whole, 5));
    assertThat(good.problem()).isEqualTo("out of time");
    assertThat(good.samples()).isEqualTo(5 * DRAWS);
    assertThat(good.detail())
        .isEqualTo(
            "at most 1.00 times the loads of GlobalIdr;"
                + " finds among 5,000 processes of one were not counted");
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, cutOff(steep, 1)).broken()).isTrue();
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, cutOff(whole, 0)).detail())
        .startsWith("finds are conflict-free; finds among 250 timers in 16 buckets; ");
    DesignCosts shared = costs("D", population -> 20, 0, 3, SHARED);
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, cutOff(shared, 0)))
        .matches(answer -> answer.broken() && answer.samples() == 100);
    assertThat(about(Claim.SCALABLE_FIND, cutOff(whole, 0)).samples()).isEqualTo(100);
    assertThat(about(Claim.BOUNDED_SEARCH, cutOff(whole, 0)).samples()).isZero();
    // Others are compared with a whole.
    assertThat(
            CountedClaims.about(Claim.AS_GOOD_AS_BEFORE, "D", List.of(whole, cutOff(YARDSTICK, 5)))
                .problem())
        .isEqualTo("of GlobalIdr, out of time");
  }

  private static DesignCosts cutOff(DesignCosts costs, int populations) {
    Accesses all = costs.accesses();
    Accesses first =
        new Accesses(
            all.design(),
            "",
            null,
            null,
            all.counts().subList(0, populations),
            all.workingSets().subList(0, populations));
    return new DesignCosts(first, costs.conflicts()).cutShort("out of time");
  }

  @Test
  void whatWasNotRecordedIsNotDecided() {
    Answer none = CountedClaims.about(Claim.SCALABLE_FIND, "D", List.of());
    assertThat(none.problem()).isEqualTo("nothing was recorded");
    DesignCosts alone = costs("D", population -> 20, 0, 3, FREE);
    assertThat(CountedClaims.about(Claim.AS_GOOD_AS_BEFORE, "D", List.of(alone)).problem())
        .isEqualTo("of GlobalIdr, nothing was recorded");
    DesignCosts failed = DesignCosts.none("D", "The record is incomplete: x.");
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, failed).problem()).contains("is incomplete");
    assertThatThrownBy(() -> CountedClaims.about(Claim.UNIQUE_IDS, "D", List.of(alone)))
        .hasMessage("Counts do not decide UNIQUE_IDS.");
  }

  private static Answer flat(ToDoubleFunction<Population> loads) {
    return about(Claim.FLAT_LOOKUP, costs("D", loads, 0, 3, FREE));
  }

  private static Answer asGood(
      ToDoubleFunction<Population> loads, long allocations, int locations, PairRow finds) {
    return about(Claim.AS_GOOD_AS_BEFORE, costs("D", loads, allocations, locations, finds));
  }

  private static Answer about(Claim claim, DesignCosts costs) {
    return CountedClaims.about(claim, "D", List.of(costs, YARDSTICK));
  }

  private static DesignCosts costs(
      String design,
      ToDoubleFunction<Population> loads,
      long allocations,
      int locations,
      PairRow finds) {
    List<CountRow> counts = new ArrayList<>();
    List<WorkingSet> sets = new ArrayList<>();
    for (Population population : Population.values()) {
      long sum = Math.round(DRAWS * loads.applyAsDouble(population));
      Cost cost = new Cost(sum, 0, 0, 0, DRAWS, DRAWS, DRAWS * allocations, 0);
      counts.add(
          new CountRow(
              population, Operation.FIND, DRAWS, cost, cost, 0, Cost.NONE, null, List.of()));
      int timers = population.timers();
      sets.add(
          new WorkingSet(
              population,
              timers,
              (long) locations * timers,
              timers,
              (long) locations * timers,
              List.of()));
    }
    return new DesignCosts(
        new Accesses(design, "", null, null, counts, sets),
        new Conflicts(design, "", List.of(finds)));
  }

  private static PairRow finds(int free, Culprit... culprits) {
    return new PairRow(
        Operation.FIND,
        Operation.FIND,
        Relation.OTHER_PROCESS,
        true,
        100,
        free,
        false,
        List.of(culprits));
  }
}
