package org.ptstress.reports.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.result.Profile;
import org.ptstress.run.unit.Unit;

/** How units are dealt out. */
final class ShardsTest {
  private static final RunPlan QUICK = new RunPlan(Profile.QUICK, Designs.all());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 16, 1_000})
  void eachUnitIsInOneShard(int count) throws IOException {
    List<List<Unit>> shards = Shards.of(QUICK, UnitCosts.stored(Profile.QUICK), count);
    assertThat(shards).hasSize(count);
    assertThat(shards.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(QUICK.units());
    assertThat(Shards.of(QUICK, UnitCosts.stored(Profile.QUICK), count)).isEqualTo(shards);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void shardsCostAboutTheSame(int count) throws IOException {
    UnitCosts costs = UnitCosts.stored(Profile.QUICK);
    double measured = cost(costs, List.of(Unit.of(Unit.MEASUREMENTS)));
    double fair = cost(costs, QUICK.units()) / count;
    assertThat(Shards.of(QUICK, costs, count))
        .allSatisfy(
            shard ->
                assertThat(cost(costs, shard))
                    .isBetween(0.8 * fair, 1.2 * Math.max(fair, measured)));
  }

  /** The speeds of designs are compared, so one machine has to measure them. */
  @Test
  void measurementsAreOneUnit() {
    assertThat(QUICK.units()).filteredOn(unit -> unit.phase().equals(Unit.MEASUREMENTS)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"QUICK", "STANDARD", "TOUGH"})
  void everyUnitHasANameOfItsOwn(Profile profile) {
    assertThat(new RunPlan(profile, Designs.all()).units().stream().map(Unit::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void largeExplorationsAreDividedIntoUnitsThatCostAsMuchTogether() throws IOException {
    Design design = Designs.named("RfcHash");
    Unit whole = new Unit(Unit.EXPLORATIONS, design.name(), "OneFreeId");
    List<Unit> slices =
        new RunPlan(Profile.TOUGH, List.of(design))
            .units().stream().filter(unit -> unit.name().startsWith(whole.name() + "/")).toList();
    assertThat(slices)
        .extracting(Unit::name)
        .containsExactly(
            "explorations/RfcHash/OneFreeId/1-of-4",
            "explorations/RfcHash/OneFreeId/2-of-4",
            "explorations/RfcHash/OneFreeId/3-of-4",
            "explorations/RfcHash/OneFreeId/4-of-4");
    UnitCosts costs = UnitCosts.stored(Profile.TOUGH);
    assertThat(cost(costs, slices)).isCloseTo(cost(costs, List.of(whole)), within(1e-9));
  }

  @Test
  void aPlanIsToldFromThoseOfOtherDesignsAndProfiles() {
    assertThat(
            List.of(
                QUICK.digest(),
                new RunPlan(Profile.STANDARD, Designs.all()).digest(),
                new RunPlan(Profile.QUICK, Designs.all().subList(0, 3)).digest()))
        .doesNotHaveDuplicates();
    assertThat(new RunPlan(Profile.QUICK, Designs.all()).digest()).isEqualTo(QUICK.digest());
  }

  private static double cost(UnitCosts costs, List<Unit> units) {
    return units.stream().mapToDouble(unit -> costs.of(unit, QUICK.designs().size())).sum();
  }
}
