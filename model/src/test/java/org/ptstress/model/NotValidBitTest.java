package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Bit 0 of it_signal in the designs that publish as 6.15 does: not yet, or no longer, valid. */
@ParameterizedClass
@ValueSource(strings = {"BucketLockHash", "ProcessIdr", "NamespaceIdr"})
class NotValidBitTest {
  private final Machine machine;
  private final Process process;

  NotValidBitTest(String design) {
    this.machine = new Machine(Designs.named(design), TableConfig.narrow(31));
    this.process = machine.newProcess();
  }

  @Test
  void aTimerIsMarkedFromItsInsertionToItsPublication() {
    Process donor = machine.newProcess();
    KTimer timer = machine.timer(donor, machine.create(donor));
    machine.table().remove(donor, timer);
    assertThat(machine.table().insert(process, timer)).isNotNegative();
    assertThat(timer.signal()).isEqualTo(process.address() | 1);
    machine.table().publish(process, timer);
    assertThat(timer.signal()).isEqualTo(process.address());
  }

  @Test
  void aTimerIsMarkedFromItsDeletionOn() {
    KTimer timer = machine.timer(process, machine.create(process));
    assertThat(timer.signal()).isEqualTo(process.address());
    timer.lock().lock();
    machine.table().invalidate(process, timer);
    timer.lock().unlock();
    assertThat(timer.signal()).isEqualTo(process.address() | 1);
  }

  /** Whoever holds it_lock sees all fields of a published timer, or none of them. */
  @Test
  void publicationLeavesTheTimersLockFree() {
    KTimer timer = machine.timer(process, machine.create(process));
    timer.lock().lock();
    timer.lock().unlock();
    assertThat(machine.gettime(process, timer.id())).isZero();
  }
}
