package org.ptstress.model.timer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;

class KTimerTest {
  private final KTimer timer =
      new TimerSlab(LockKind.TICKET, ReclamationKind.COLLECTOR, ReclamationKind.COLLECTOR.newRcu())
          .allocate();
  private final TimerInfo info = new TimerInfo();

  @Test
  void anInitialisedTimerHasNotExpired() {
    timer.initialise(ClockId.REALTIME, 42);
    timer.describe(info);
    assertThat(info.timer()).isSameAs(timer);
    assertThat(info.clock()).isEqualTo(ClockId.REALTIME);
    assertThat(info.sigevValue()).isEqualTo(42);
    assertThat(info.overrun()).isEqualTo(-1);
    assertThat(info.expiresNanos()).isZero();
    assertThat(info.intervalNanos()).isZero();
  }

  @Test
  void anArmedTimerTellsItsTimes() {
    timer.initialise(ClockId.MONOTONIC, 0);
    timer.arm(3_000, 500);
    timer.describe(info);
    assertThat(info.expiresNanos()).isEqualTo(3_000);
    assertThat(info.intervalNanos()).isEqualTo(500);
  }

  @Test
  void anEmptyInfoHasNoTimer() {
    assertThat(info.timer()).isNull();
    assertThat(info.clock()).isNull();
  }

  @Test
  void theIdentityIsReadBackInBothModes() {
    timer.setSignal(0xffff888012345681L);
    assertThat(timer.signal()).isEqualTo(0xffff888012345681L);
    assertThat(timer.signalOpaque()).isEqualTo(0xffff888012345681L);
  }
}
