package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.NegativeRemainder;
import org.ptstress.stress.outside.ThrowsWhenLarge;
import org.ptstress.stress.outside.lock.LocksTwice;
import org.ptstress.stress.outside.lock.Nests;

class CallsThatDoNotEndTest {
  private static List<CheckResult> callsEnd(Design design) {
    return Checks.of(design).stream().filter(row -> row.claim() == Claim.CALLS_END).toList();
  }

  @Test
  void lockThatIsKeptIsAWitnessInTheCallBehind() {
    assertThat(callsEnd(new LocksTwice()))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::check, CheckResult::detail)
        .anySatisfy(
            witness ->
                assertThat(witness.toString())
                    .contains("CallsAfterFailures", "EAGAIN threw -", "that it holds itself"));
  }

  @Test
  void exceptionOfAnyCheckIsAWitnessWithItsPlace() {
    assertThat(callsEnd(new ThrowsWhenLarge()))
        .filteredOn(row -> !row.held())
        .allSatisfy(row -> assertThat(row.detail()).contains("Index 1000", "ThrowsWhenLarge.java"))
        .extracting(CheckResult::check)
        .containsExactly(Crowd.NAME, BucketSpread.NAME);
  }

  @Test
  void sectionInASectionIsASentence() {
    assertThat(callsEnd(new Nests()))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::check, CheckResult::detail)
        .anySatisfy(
            witness ->
                assertThat(witness.toString())
                    .contains("AuditHooks", "a read section was opened inside another one; they"));
  }

  /** With ids of up to ten bits nothing is wrong with it. */
  @Test
  void hashThatOverflowsWithLargeIdsIsSeenInTheScriptsOfFullWidth() {
    List<CheckResult> ran =
        Checks.of(new NegativeRemainder()).stream()
            .filter(row -> row.status() == RunStatus.RUN)
            .toList();
    assertThat(ran).hasSizeGreaterThan(20);
    assertThat(ran)
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::check, CheckResult::claim)
        .containsExactly(
            tuple("EveryWidth", Claim.CALLS_END), tuple(CloseProcesses.NAME, Claim.CALLS_END));
  }

  @Test
  void designWhoseCallsEndIsNotAccused() {
    assertThat(callsEnd(new Honest())).isNotEmpty().allMatch(CheckResult::held);
  }

  @Test
  void circleOfThreadsIsAProofWithItsPlaces() throws Exception {
    assertThat(Deadlocks.text()).isEmpty();
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    CyclicBarrier both = new CyclicBarrier(2);
    Thread one = waiting(left, right, both);
    Thread other = waiting(right, left, both);
    try {
      while (Deadlocks.text().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(Deadlocks.text()).contains("waits for", "CallsThatDoNotEndTest");
    } finally {
      one.interrupt();
      other.interrupt();
      one.join();
      other.join();
    }
  }

  private static Thread waiting(ReentrantLock first, ReentrantLock second, CyclicBarrier both) {
    Thread thread =
        new Thread(
            () -> {
              first.lock();
              try {
                both.await();
                second.lockInterruptibly();
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              } finally {
                first.unlock();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
