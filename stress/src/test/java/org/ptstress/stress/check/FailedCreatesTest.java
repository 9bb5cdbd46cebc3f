package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

class FailedCreatesTest {
  private static List<CheckResult> broken(Design design) {
    return Stream.of(Remains.check(design), Crowd.check(design), Contention.check(design))
        .flatMap(List::stream)
        .filter(row -> !row.held())
        .toList();
  }

  @Test
  void eagainBesideFreeIdsIsAWitnessInEveryCheckOfManyTimers() {
    assertThat(broken(new FailsNowAndThen(Errno.EAGAIN)))
        .extracting(CheckResult::check, CheckResult::claim, CheckResult::reason)
        .containsOnly(
            tuple(Remains.NAME, Claim.EAGAIN_ONLY_WHEN_FULL, ""),
            tuple(Crowd.NAME, Claim.EAGAIN_ONLY_WHEN_FULL, ""),
            tuple(Contention.NAME, Claim.EAGAIN_ONLY_WHEN_FULL, ""));
  }

  @Test
  void otherErrorIsANegativeId() {
    assertThat(broken(new FailsNowAndThen(Errno.EFAULT)))
        .extracting(CheckResult::check, CheckResult::claim)
        .containsOnly(
            tuple(Remains.NAME, Claim.VALID_IDS),
            tuple(Crowd.NAME, Claim.VALID_IDS),
            tuple(Contention.NAME, Claim.VALID_IDS));
  }

  @Test
  void createsThatSucceedAreNoWitness() {
    assertThat(broken(new Honest())).isEmpty();
  }

  /** Each 500th create returns an error although ids are free. */
  private static final class FailsNowAndThen extends Outside {
    private static final int PERIOD = 500;

    private final int error;

    FailsNowAndThen(int error) {
      this.error = error;
    }

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      AtomicInteger inserts = new AtomicInteger();
      return new MapTable(config) {
        @Override
        public int insert(Process owner, KTimer timer) {
          return inserts.incrementAndGet() % PERIOD == 0 ? -error : super.insert(owner, timer);
        }
      };
    }
  }
}
