package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.support.Contracts;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;

/** What a design owes at the end of its ids, if it promises valid ones at all. */
@ParameterizedClass
@MethodSource("promisingValidIds")
class ExhaustionContractTest {
  private final Design design;
  private final LockKind locks;

  ExhaustionContractTest(Design design, LockKind locks) {
    this.design = design;
    this.locks = locks;
  }

  /** Without the one that refuses a create at the end of the ids whether one is free or not. */
  static Stream<Arguments> promisingValidIds() {
    return Contracts.promising(
        Claim.VALID_IDS, design -> !Contracts.holds(design, Claim.WRAP_AS_DESCRIBED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7})
  void everyIdIsHandedOutOnceThenNone(int idBits) {
    Machine machine = machine(idBits);
    Process process = machine.newProcess();
    int count = 1 << idBits;
    assertThat(creates(machine, process, count))
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
    assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    assertThat(machine.hashed()).hasSize(count);
    assertThat(process.signalsCharged()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void inAFullTableTheDeletedIdComesBack(int idBits) {
    Machine machine = machine(idBits);
    Process process = machine.newProcess();
    creates(machine, process, 1 << idBits);
    for (int id = (1 << idBits) - 1; id >= 0; id--) {
      assertThat(machine.delete(process, id)).isZero();
      assertThat(machine.create(process)).isEqualTo(id);
      assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    }
    machine.syscalls().quiesce();
    assertThat(machine.syscalls().firstCorruption()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void exitOfAFullProcessFreesEverything(int idBits) {
    Machine machine = machine(idBits);
    Process process = machine.newProcess();
    creates(machine, process, 1 << idBits);
    machine.syscalls().exit(process);
    assertThat(machine.hashed()).isEmpty();
    assertThat(creates(machine, machine.newProcess(), 1 << idBits)).allMatch(id -> id >= 0);
  }

  private Machine machine(int idBits) {
    return new Machine(design, TableConfig.narrow(idBits).withLocks(locks));
  }

  private static List<Integer> creates(Machine machine, Process process, int count) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(machine.create(process));
    }
    return ids;
  }
}
