package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** The defects of the RFC at the kernel's own width and with its own 512 buckets. */
class RfcHashTest {
  /** Freed timers stay as they were, so that chains can be looked at. */
  private final Machine machine = new Machine(Designs.named("RfcHash"), TableConfig.kernel(1));

  private final Process process = machine.newProcess();

  @ParameterizedTest
  @CsvSource({
    // The counter, what a create returns (EPERM is 1, EAGAIN 11), the counter afterwards, and how
    // many hashed nodes it leaves: at -2 one node is in two chains.
    "2147483646, 2147483646, 2147483647, 1",
    "2147483647, 2147483647, -2147483648, 1",
    "-2147483648, -2147483648, -2147483647, 1",
    "-2147483647, -2147483647, -2147483646, 1",
    "-12, -12, -11, 1",
    "-11, -11, -10, 1",
    "-3, -3, -2, 1",
    "-2, -1, 0, 2",
    "-1, -1, 0, 1",
    "0, 0, 1, 1",
  })
  void theSignIsNotHandled(int counter, int result, int counterAfter, int nodes) {
    process.setNextTimerId(counter);
    assertThat(machine.create(process)).isEqualTo(result);
    assertThat(process.nextTimerId()).isEqualTo(counterAfter);
    assertThat(machine.hashed()).hasSize(nodes);
    assertThat(process.signalsCharged()).isEqualTo(result >= 0 ? 1 : 0);
  }

  /** Defect 1. */
  @Test
  void everyCreateBehindTheLargestIdLeavesANode() {
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    for (int i = 0; i < 10; i++) {
      assertThat(machine.create(process)).isEqualTo(Integer.MIN_VALUE + i);
    }
    assertThat(machine.hashed()).hasSize(11);
    assertThat(process.signalsCharged()).as("no limit stops it").isEqualTo(1);
  }

  @Test
  void whatIsLeftIsFreedMemory() {
    Machine reusing =
        new Machine(
            Designs.named("RfcHash"),
            TableConfig.kernel(1).withReclamation(ReclamationKind.GRACE_PERIOD));
    Process owner = reusing.newProcess();
    owner.setNextTimerId(-11);
    assertThat(reusing.create(owner)).isEqualTo(-Errno.EAGAIN);
    assertThat(reusing.syscalls().firstCorruption()).isNull();
    assertThat(reusing.hashed()).singleElement().extracting(KTimer::id).isEqualTo(KTimer.POISON_ID);
    assertThat(reusing.syscalls().firstCorruption()).isEqualTo(Corruption.USE_AFTER_FREE);
  }

  /**
   * 2^31 creates bring the counter to its end. Then the timer of each failed create is hashed again
   * and again, until one goes into the chain that it already is in.
   */
  @Test
  void someHundredCreatesBehindTheLargestIdHangALookup() {
    Machine reusing =
        new Machine(
            Designs.named("RfcHash"),
            TableConfig.kernel(1).withReclamation(ReclamationKind.GRACE_PERIOD));
    Process owner = reusing.newProcess();
    owner.setNextTimerId(Integer.MAX_VALUE);
    for (int creates = 1; creates <= 543; creates++) {
      assertThat(reusing.syscalls().endless()).as("after %d creates", creates).isZero();
      reusing.create(owner);
    }
    assertThat(reusing.syscalls().endless()).isZero();
    assertThat(reusing.gettime(owner, 2)).isEqualTo(-Errno.EINVAL);
    assertThat(reusing.syscalls().endless()).isEqualTo(1);
    assertThat(reusing.syscalls().firstCorruption())
        .isIn(Corruption.USE_AFTER_FREE, Corruption.ENDLESS_CHAIN);
  }

  @Test
  void exitLeavesTheNode() {
    process.setNextTimerId(Integer.MIN_VALUE);
    assertThat(machine.create(process)).isNegative();
    machine.syscalls().exit(process);
    assertThat(machine.hashed()).hasSize(1);
  }

  /** Defect 2: chains A and B of the reference are those of the ids -2 and -1. */
  @Test
  void atMinusTwoAChainIsCutOffAndLaterTheOther() {
    List<Integer> idsOfA = idsSharingTheChainOf(-2, 3);
    List<Integer> idsOfB = idsSharingTheChainOf(-1, 2);
    List<KTimer> a = create(idsOfA);
    create(idsOfB);

    process.setNextTimerId(-2);
    assertThat(machine.create(process)).isEqualTo(-Errno.EPERM);
    assertThat(process.nextTimerId()).isZero();
    assertThat(idsOfA).allMatch(id -> machine.gettime(process, id) == -Errno.EINVAL);
    assertThat(idsOfB).allMatch(id -> machine.gettime(process, id) == 0);

    // A2, the first of chain A before: only its own thread's later delete could reach it.
    machine.table().remove(process, a.get(2));
    assertThat(machine.gettime(process, idsOfA.get(0))).isZero();
    assertThat(machine.gettime(process, idsOfA.get(1))).isZero();
    assertThat(machine.gettime(process, idsOfA.get(2))).isEqualTo(-Errno.EINVAL);
    assertThat(idsOfB).allMatch(id -> machine.gettime(process, id) == -Errno.EINVAL);
  }

  /** Defect 3. */
  @Test
  void atMinusElevenAnEmptyTableIsFull() {
    process.setNextTimerId(-11);
    assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    assertThat(machine.hashed()).hasSize(1);
  }

  /** Defect 6: the search does not see what is not published. */
  @Test
  void halfBuiltTimersKeepNothingButTheCounterApart() {
    assertThat(HalfBuiltTimers.insert("RfcHash", 4)).containsExactly(0, 1, -1, 0);
  }

  @Test
  void aNarrowCounterRunsThroughAllNegativeValues() {
    Machine narrow =
        new Machine(
            Designs.named("RfcHash"),
            TableConfig.narrow(4).withReclamation(ReclamationKind.COLLECTOR));
    Process owner = narrow.newProcess();
    List<Integer> results = IntStream.range(0, 31).map(i -> narrow.create(owner)).boxed().toList();
    List<Integer> expected = new ArrayList<>(IntStream.range(0, 16).boxed().toList());
    // At -2 one create takes two values.
    expected.addAll(IntStream.rangeClosed(-16, -3).boxed().toList());
    expected.add(-1);
    assertThat(results).isEqualTo(expected);
    assertThat(owner.nextTimerId()).isZero();
  }

  @Test
  void negativeIdsAreSearchedAndNeverFound() {
    process.setNextTimerId(-7);
    assertThat(machine.create(process)).isEqualTo(-7);
    assertThat(machine.gettime(process, -7)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(process, -7)).isEqualTo(-Errno.EINVAL);
  }

  private List<KTimer> create(List<Integer> ids) {
    List<KTimer> timers = new ArrayList<>();
    for (int id : ids) {
      process.setNextTimerId(id);
      assertThat(machine.create(process)).isEqualTo(id);
      timers.add(machine.timer(process, id));
    }
    return timers;
  }

  private static List<Integer> idsSharingTheChainOf(int id, int count) {
    int chain = KernelHash.hash32Of2012(id, 9);
    return IntStream.iterate(0, i -> i + 1)
        .filter(candidate -> KernelHash.hash32Of2012(candidate, 9) == chain)
        .limit(count)
        .boxed()
        .toList();
  }
}
