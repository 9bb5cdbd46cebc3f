package org.ptstress.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.model.timer.TimerSlab;

/** What the peers owe to a caller through the system calls, in narrow ids and in checked mode. */
@ParameterizedClass
@MethodSource("peers")
final class PeersTest {
  private static final int ID_BITS = 3;
  private static final int IDS = 1 << ID_BITS;
  private static final TableConfig CONFIG = TableConfig.narrow(ID_BITS);

  private final SlabAddresses addresses = new SlabAddresses(1);
  private final Rcu rcu = CONFIG.reclamation().newRcu();
  private final TimerSyscalls syscalls;
  private final Process process = newProcess();

  PeersTest(Design peer) {
    syscalls = new TimerSyscalls(peer.newTable(CONFIG, rcu), CONFIG, rcu);
  }

  /** Looked up as a run does: through the catalogue. */
  static List<Named<Design>> peers() {
    return Designs.all().stream()
        .filter(design -> design.getClass().getPackage().equals(MapTable.class.getPackage()))
        .map(design -> Named.of(design.name(), design))
        .toList();
  }

  @AfterEach
  void nothingIsLeftOrDamaged() {
    syscalls.exit(process);
    syscalls.quiesce();
    assertThat(hashed()).isEmpty();
    assertThat(process.signalsCharged()).isZero();
    assertThat(syscalls.firstCorruption()).isNull();
  }

  @Test
  void bothPeersAreInTheCatalogueAndChecked() {
    assertThat(peers())
        .extracting(Named::getName)
        .containsExactly("ConcurrentHashMapTable", "NonBlockingMapTable");
    assertThat(Checked.ON).isTrue();
  }

  @Test
  void aTimerIsFoundFromCreateToDelete() {
    assertThat(syscalls.lookup(process, 0)).isFalse();
    assertThat(create(process, 7)).isZero();
    assertThat(read(process, 0).sigevValue()).isEqualTo(7);
    assertThat(syscalls.timerSettime(process, 0, 1_000, 20)).isZero();
    assertThat(read(process, 0).expiresNanos()).isEqualTo(1_000);

    assertThat(syscalls.timerDelete(process, 0)).isZero();
    assertThat(syscalls.timerDelete(process, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(syscalls.lookup(process, 0)).isFalse();
    assertThat(hashed()).isEmpty();
  }

  @Test
  void aTimerThatIsNotValidCannotBeFoundAndKeepsItsId() {
    TimerTable table = syscalls.table();
    KTimer timer = new TimerSlab(CONFIG.locks(), CONFIG.reclamation(), rcu).allocate();
    assertThat(table.insert(process, timer)).isZero();
    assertThat(timer.id()).isZero();
    assertThat(syscalls.lookup(process, 0)).isFalse();

    table.publish(process, timer);
    assertThat(syscalls.lookup(process, 0)).isTrue();

    timer.lock().lock();
    table.invalidate(process, timer);
    timer.lock().unlock();
    process.setNextTimerId(0);
    assertThat(syscalls.lookup(process, 0)).isFalse();
    assertThat(create(process, 0)).as("id 0 is still taken").isEqualTo(1);

    table.remove(process, timer);
    process.setNextTimerId(0);
    assertThat(create(process, 0)).isZero();
  }

  @Test
  void afterTheLargestIdComesTheNextFreeOne() {
    assertThat(create(process, 0)).isZero();
    process.setNextTimerId(IDS - 1);
    assertThat(create(process, 0)).isEqualTo(IDS - 1);
    assertThat(create(process, 0)).isEqualTo(1);
  }

  @Test
  void everyIdIsHandedOutOnceThenNoneUntilOneIsFree() {
    assertThat(IntStream.range(0, IDS).map(value -> create(process, value)))
        .containsExactlyElementsOf(IntStream.range(0, IDS).boxed().toList());
    assertThat(create(process, 0)).isEqualTo(-Errno.EAGAIN);

    assertThat(syscalls.timerDelete(process, 5)).isZero();
    assertThat(create(process, 0)).isEqualTo(5);
  }

  @Test
  void anExactIdIsCreatedOrBusyWithoutMovingTheCounter() {
    assertThat(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_ON)).isZero();
    assertThat(createAt(6)).isEqualTo(6);
    assertThat(createAt(2)).isEqualTo(2);
    assertThat(createAt(6)).isEqualTo(-Errno.EBUSY);
    assertThat(createAt(IDS)).isEqualTo(-Errno.EINVAL);

    assertThat(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_OFF)).isZero();
    assertThat(create(process, 0)).isEqualTo(3);
  }

  @Test
  void processesShareIdsAndNotTimers() {
    Process other = newProcess();
    assertThat(create(process, 1)).isZero();
    assertThat(syscalls.lookup(other, 0)).isFalse();
    assertThat(create(other, 2)).isZero();
    assertThat(read(process, 0).sigevValue()).isEqualTo(1);
    assertThat(read(other, 0).sigevValue()).isEqualTo(2);

    syscalls.exit(other);
    assertThat(syscalls.lookup(other, 0)).isFalse();
    assertThat(hashed()).extracting(KTimer::id).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, IDS, Integer.MAX_VALUE})
  void anIdOutOfRangeIsNeverFound(int id) {
    for (int i = 0; i < IDS; i++) {
      create(process, 0);
    }
    Process other = newProcess();
    create(other, 0);

    assertThat(syscalls.lookup(process, id)).isFalse();
    assertThat(syscalls.lookup(other, id)).isFalse();

    syscalls.exit(other);
  }

  @Test
  void twoThreadsSeeTheirOwnTimersWhileTheyComeAndGo() throws InterruptedException {
    List<Churner> churners = List.of(new Churner(1), new Churner(2));
    churners.forEach(Thread::start);
    for (Churner churner : churners) {
      churner.join();
      assertThat(churner.seen).isEmpty();
    }
  }

  /** The control of the test above: a value that is not the timer's own is noticed. */
  @Test
  void aChurnerNoticesAForeignTimer() {
    int id = create(process, 99);

    assertThatThrownBy(() -> new Churner(1).check(id)).hasMessageContaining("99");
  }

  /** A thread of the process that creates, reads and deletes three timers at a time. */
  private final class Churner extends Thread {
    private static final int ROUNDS = 5_000;

    private final int value;
    private final List<Throwable> seen = new ArrayList<>();

    Churner(int value) {
      super("churner " + value);
      this.value = value;
    }

    @Override
    public void run() {
      try {
        int[] ids = new int[3];
        for (int round = 0; round < ROUNDS; round++) {
          for (int i = 0; i < ids.length; i++) {
            // With 8 ids and at most 6 timers, -EAGAIN needs a counter that is stepped around.
            do {
              ids[i] = create(process, value);
            } while (ids[i] == -Errno.EAGAIN);
          }
          for (int id : ids) {
            check(id);
          }
          for (int id : ids) {
            assertThat(syscalls.timerDelete(process, id)).isZero();
          }
        }
      } catch (AssertionError e) {
        seen.add(e);
      }
    }

    void check(int id) {
      assertThat(read(process, id).sigevValue()).isEqualTo(value);
    }
  }

  private Process newProcess() {
    return new Process(addresses.next(), Integer.MAX_VALUE, CONFIG.locks());
  }

  private int create(Process owner, long value) {
    return result(owner, SigEvent.of(value), UserId.of(0));
  }

  private int createAt(int id) {
    return result(process, SigEvent.of(0), UserId.of(id));
  }

  private int result(Process owner, SigEvent event, UserId id) {
    int error = syscalls.timerCreate(owner, ClockId.MONOTONIC, event, id);
    return error == 0 ? id.get() : error;
  }

  private TimerInfo read(Process owner, int id) {
    TimerInfo info = new TimerInfo();
    assertThat(syscalls.timerGettime(owner, id, info)).isZero();
    return info;
  }

  private List<KTimer> hashed() {
    List<KTimer> timers = new ArrayList<>();
    syscalls.table().forEach(timers::add);
    return timers;
  }
}
