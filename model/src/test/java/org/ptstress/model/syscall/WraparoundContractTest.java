package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.support.Contracts;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;

/**
 * What a design with a counter owes at INT_MAX, at the kernel's own width. A cursor that processes
 * share cannot be set from outside; it has its own test.
 */
@ParameterizedClass
@MethodSource("promisingToWrap")
class WraparoundContractTest {
  private final Machine machine;
  private final Process process;

  WraparoundContractTest(Design design, LockKind locks) {
    this.machine = new Machine(design, TableConfig.narrow(31).withLocks(locks));
    this.process = machine.newProcess();
  }

  static Stream<Arguments> promisingToWrap() {
    return Contracts.promising(Claim.WRAPS_TO_ZERO, IdPolicy.NEXT);
  }

  @Test
  void afterTheLargestIdComesZero() {
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isZero();
    assertThat(machine.create(process)).isEqualTo(1);
    assertThat(machine.gettime(process, Integer.MAX_VALUE)).isZero();
  }

  @Test
  void liveIdsAreSteppedOver() {
    assertThat(machine.create(process)).isZero();
    assertThat(machine.create(process)).isEqualTo(1);
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(2);
  }
}
