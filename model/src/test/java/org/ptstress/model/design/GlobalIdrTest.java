package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.kernel.Errno;

class GlobalIdrTest extends OneIdrTests {
  GlobalIdrTest() {
    super("GlobalIdr");
  }

  /** The quirk of 3.6: the idr cuts the id to 31 bits and nobody compares it. */
  @Test
  void anIdWithTheSignBitActsOnTheTimerWithout() {
    for (int i = 0; i < 4; i++) {
      machine.create(process, 100 + i);
    }
    assertThat(machine.read(process, 0x80000003).sigevValue()).isEqualTo(103);
    assertThat(machine.delete(process, 0x80000003)).isZero();
    assertThat(machine.gettime(process, 3)).isEqualTo(-Errno.EINVAL);
  }
}
