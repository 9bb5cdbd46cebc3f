package org.ptstress.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.bench.benchmark.LockBenchmark;
import org.ptstress.bench.benchmark.LockUnderTest;
import org.ptstress.bench.benchmark.ReplayBenchmark;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;

/** Of forks that had half a CPU, and so were robbed, if their threads wanted more. */
final class ForkTest {
  private static boolean isStolen(Row row) {
    return JmhForks.fork(row, 0.5).isStolen();
  }

  private static Row locked(LockUnderTest lock) {
    return new Row(LockBenchmark.class.getName() + ".find", Map.of("lock", lock.name()), 2);
  }

  private static Row shot(int threads) {
    return new Row(ReplayBenchmark.class.getName() + ".create", "BucketLockHash", 20_000, threads);
  }

  @Test
  void threadsThatRunAllTheTimeWereRobbed() {
    assertThat(isStolen(new Row(Workloads.FIND, "RcuHash", 512, 1))).isTrue();
    assertThat(isStolen(locked(LockUnderTest.TICKET))).isTrue();
    assertThat(isStolen(shot(1))).isTrue();
  }

  @Test
  void threadsThatSleepWereNotRobbedUnlessMostOfTheirCpusWereTaken() {
    Row find = new Row(Workloads.FIND, "RcuHash", 512, 1);
    assertThat(JmhForks.fork(find, 0.5, 0).isStolen()).isFalse();
    assertThat(JmhForks.fork(find, 0.5, 0.24).isStolen()).isFalse();
    assertThat(JmhForks.fork(find, 0.5, 0.26).isStolen()).isTrue();
    assertThat(JmhForks.fork(find, 0.95, 0.5).isStolen()).isFalse();
  }

  @Test
  void threadsThatWaitByThemselvesMayNotHaveBeen() {
    assertThat(isStolen(locked(LockUnderTest.REENTRANT))).isFalse();
    assertThat(isStolen(shot(2))).isFalse();
    assertThat(JmhForks.fork(shot(2), 0.5).isAccounted()).isFalse();
  }
}
