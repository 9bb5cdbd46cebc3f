package org.ptstress.stress.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;

/**
 * An order that a good design needs is found to be needed, one that it does not is not, and what a
 * design breaks anyway is no witness.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderRunnerTest {
  private static final OrderBudget SMALL =
      new OrderBudget(
          new Bound(1, 1),
          300,
          new Bound(0, 0),
          0,
          "HashLink|TestAndSetLock|Fence|poll.*decrement|TimerId");

  private List<OrderResult> rows = List.of();

  @BeforeAll
  void weakens(@TempDir Path temp) throws IOException, InterruptedException {
    List<Design> designs =
        Stream.of("BucketLockHash", "AddedWithoutRelease", "SelfHashingSlots")
            .map(Faults::subject)
            .toList();
    rows =
        new OrderRunner(temp, 1, SMALL, Duration.ofSeconds(60))
            .weaken(designs, ProgressListener.NONE);
  }

  @Test
  void ordersOfPublicationLocksAndGracePeriodsAreNeeded() {
    assertThat(needs("BucketLockHash", "HashLink.publishNext")).containsExactly(Need.NEEDED);
    assertThat(needs("BucketLockHash", "HashLink.acquireNext")).containsExactly(Need.NEEDED);
    assertThat(needs("BucketLockHash", "TestAndSetLock.lock")).containsExactly(Need.NEEDED);
    assertThat(needs("BucketLockHash", "TestAndSetLock.unlock")).containsExactly(Need.NEEDED);
    OrderResult fence = row("BucketLockHash", "TrackingRcu.call", "fullFence", "none");
    ExploredWitness witness = requireNonNull(fence.witness());
    assertThat(witness.claim()).isEqualTo(Claim.NO_STALE_FIND);
    assertThat(witness.trace()).contains("deleter", "stale: the newest is");
    // Nothing less than a full fence will do.
    assertThat(row("BucketLockHash", "TrackingRcu.call", "fullFence", "acquire and release").need())
        .isEqualTo(Need.NEEDED);
  }

  /** Its lookups walk no chain, in which freed nodes would be noticed anyway. */
  @Test
  void gracePeriodsAreNeededWhereNothingIsChained() {
    assertThat(row("SelfHashingSlots", "TrackingRcu.readLock", "fullFence", "none").need())
        .isEqualTo(Need.NEEDED);
  }

  @Test
  void anOrderThatNothingNeedsIsNotShown() {
    OrderResult counter =
        row("BucketLockHash", "Process.getAndIncrementTimerId", "getAndAdd", "plain");
    assertThat(counter.need()).isEqualTo(Need.NOT_SHOWN);
    assertThat(counter.location()).isEqualTo("Process.nextTimerId");
    assertThat(counter.strength()).isEqualTo("volatile");
    assertThat(counter.scenarios()).isGreaterThan(1);
    assertThat(counter.executions()).isGreaterThan(1_000);
  }

  /** A node that is linked without a release is not seen as it is, whatever else is weakened. */
  @Test
  void whatBreaksAnywayIsNoWitness() {
    assertThat(rows)
        .filteredOn(row -> row.design().equals("AddedWithoutRelease"))
        .extracting(OrderResult::place)
        .anyMatch(place -> place.startsWith("HashLink.acquireNext:"));
    assertThat(rows)
        .filteredOn(row -> row.design().equals("AddedWithoutRelease") && row.witness() != null)
        .extracting(row -> requireNonNull(row.witness()).claim())
        .doesNotContain(Claim.NO_LOST_TIMER);
    assertThat(rows).extracting(OrderResult::need).doesNotContain(Need.NOT_RUN);
  }

  @Test
  void anAccessByAnAtomicIsThatOfItsCaller() {
    assertThat(rows)
        .filteredOn(row -> row.place().startsWith("TrackingRcu.poll:"))
        .extracting(OrderResult::access, OrderResult::location)
        .contains(tuple("decrementAndGet", "TrackingRcu.unfinished"));
  }

  private List<Need> needs(String design, String method) {
    return rows.stream()
        .filter(row -> row.design().equals(design) && row.place().startsWith(method + ":"))
        .map(OrderResult::need)
        .toList();
  }

  private OrderResult row(String design, String method, String access, String weakened) {
    List<OrderResult> found =
        rows.stream()
            .filter(row -> row.design().equals(design) && row.place().startsWith(method + ":"))
            .filter(row -> row.access().equals(access) && row.weakened().equals(weakened))
            .toList();
    assertThat(found).as("%s %s %s", design, method, weakened).hasSize(1);
    return found.get(0);
  }
}
