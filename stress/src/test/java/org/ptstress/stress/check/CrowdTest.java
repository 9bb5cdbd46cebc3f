package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.wide.ExitInBatches;
import org.ptstress.wide.FewPlaces;
import org.ptstress.wide.PlaceIn12Bits;

class CrowdTest {
  /** More than there are, of calls that are all made. */
  private static final int MOST_LOOKS = 10_000;

  static List<Design> designs() {
    return Designs.all();
  }

  static List<Fault> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyDesignOfTheCatalogueTellsManyTimersApart(Design design) {
    assertThat(Crowd.check(design))
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.held()).as(row.detail()).isTrue();
              assertThat(row.samples()).isEqualTo(Crowd.MOST);
            });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void seededFaultHasFewTimers(Design fault) {
    assertThat(Crowd.check(fault))
        .allSatisfy(row -> assertThat(row.samples()).isLessThanOrEqualTo(Crowd.FEW));
  }

  @Test
  void createThatIsRefusedForWantOfPlacesIsSeen() {
    assertThat(Crowd.check(new FewPlaces.Faulty()))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::claim)
        .containsExactly(Claim.EAGAIN_ONLY_WHEN_FULL);
  }

  @Test
  void placeThatIsUsedTwiceIsSeen() {
    assertThat(Crowd.check(new PlaceIn12Bits.Faulty()))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::claim)
        .contains(Claim.NO_LOST_TIMER);
  }

  @Test
  void exitThatEndsOneBatchIsSeen() {
    assertThat(Crowd.check(new ExitInBatches.Faulty()))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::claim)
        .containsExactly(Claim.NO_LEAK_ON_EXIT);
  }

  @Test
  void exitWhoseStackGrowsWithTheTimersIsSeen() {
    Design faulty = new ExitInBatches.Recursive();
    assertThatThrownBy(() -> Crowd.check(faulty)).hasMessageContaining("StackOverflowError");
  }

  /** Of each design what the whole check says, and less of what was cut short. */
  @ParameterizedTest
  @MethodSource("wide")
  void checkThatIsOutOfTimeRestsOnFewTimersOrDecidesNothing(Design design) {
    List<CheckResult> whole = Crowd.check(design);
    assertThat(whole).allMatch(row -> row.status() == RunStatus.RUN);
    for (int looks = 1; looks < MOST_LOOKS; looks *= 3) {
      List<CheckResult> cut = Crowd.check(design, clockOf(looks));
      assertThat(cut).extracting(CheckResult::claim).containsExactlyElementsOf(Crowd.CLAIMS);
      for (int i = 0; i < cut.size(); i++) {
        CheckResult row = cut.get(i);
        if (row.held() && row.samples() == Crowd.FEW) {
          assertThat(row.detail()).startsWith("2,400 timers at a time");
        } else if (row.status() == RunStatus.RUN) {
          assertThat(row.held()).as("%s after %d looks", row, looks).isEqualTo(whole.get(i).held());
        } else {
          assertThat(row.reason()).contains("more than 4 s of CPU time beside ", " timers, which ");
        }
      }
    }
    assertThat(Crowd.check(design, clockOf(1))).allMatch(row -> row.status() == RunStatus.NOT_RUN);
  }

  static List<Design> wide() {
    return List.of(
        new ExitInBatches.Faulty(),
        new ExitInBatches.Cured(),
        new FewPlaces.Faulty(),
        new FewPlaces.Cured(),
        new PlaceIn12Bits.Faulty(),
        new PlaceIn12Bits.Cured());
  }

  /** A clock that passes the limit behind so many looks, of which the first is the start. */
  private static LongSupplier clockOf(int looks) {
    AtomicInteger count = new AtomicInteger();
    return () -> count.incrementAndGet() <= looks ? 0 : Crowd.LIMIT.toNanos() + 1;
  }

  @Test
  void curedTablesAreKept() {
    assertThat(List.of(new ExitInBatches.Cured(), new FewPlaces.Cured(), new PlaceIn12Bits.Cured()))
        .map((Function<Design, List<CheckResult>>) Crowd::check)
        .allSatisfy(rows -> assertThat(rows).allMatch(CheckResult::held));
  }
}
