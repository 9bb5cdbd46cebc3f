package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** What only this design has: slots that grow, timers that leave home and come back. */
class SelfHashingSlotsTest {
  private final Machine machine =
      new Machine(Designs.named("SelfHashingSlots"), TableConfig.kernel(2));
  private final Process process = machine.newProcess();

  @Test
  void idsOfTheCounterAreAtHomeHoweverManyThereAre() {
    for (int id = 0; id < 5_000; id++) {
      assertThat(machine.create(process)).isEqualTo(id);
      if (id > 1) {
        assertThat(Slots.annex(slots().homes())).isNull();
      }
    }
    for (int id = 0; id < 5_000; id++) {
      assertThat(atHome(id)).isEqualTo(id);
    }
    assertThat(slots().capacity()).isLessThanOrEqualTo(4 * 5_000);
  }

  @Test
  void aCounterThatRunsAroundLongLivedTimersStaysSequential() {
    List<Integer> longLived =
        IntStream.range(0, 100).map(i -> machine.create(process)).boxed().toList();
    int home = 0;
    int looks = 0;
    for (int id = 100; id < 20_000; id++) {
      assertThat(machine.create(process)).isEqualTo(id);
      assertThat(atHome(id)).as("a fresh id is at home").isEqualTo(id);
      assertThat(machine.delete(process, id)).isZero();
      if (id % 97 == 0) {
        assertThat(longLived).allMatch(timer -> machine.gettime(process, timer) == 0);
        home += (int) longLived.stream().filter(timer -> atHome(timer) == timer).count();
        looks += longLived.size();
      }
    }
    assertThat((double) home / looks).as("share of lookups that end at home").isGreaterThan(0.5);
    assertThat(slots().capacity()).isLessThanOrEqualTo(512);
    assertThat(machine.hashed()).hasSize(100);
  }

  @Test
  void idsFarApartGoIntoTheAnnexAndAreFoundInAFewSteps() {
    restoring(true);
    for (int i = 0; i < 2_048; i++) {
      assertThat(machine.createAt(process, i * 512)).isEqualTo(i * 512);
    }
    for (int i = 0; i < 2_048; i++) {
      assertThat(machine.createAt(process, i * 512)).isEqualTo(-Errno.EBUSY);
      assertThat(machine.gettime(process, i * 512)).isZero();
    }
    int[] lengths = machine.table().chainLengths();
    assertThat(Arrays.stream(lengths).sum()).isEqualTo(2_048);
    int pushedOn = 0;
    for (int length : lengths) {
      pushedOn = Math.max(0, pushedOn + length - 1);
      assertThat(pushedOn).as("timers that are pushed on to the next place").isLessThan(4);
    }
    // With uncompressed references, which are eight bytes.
    long bytes = 8L * lengths.length;
    assertThat(bytes).as("bytes beyond the timers").isLessThan(256 << 10);
  }

  /** A process with few timers after many gives the memory back. */
  @Test
  void slotsShrinkWhenTheCounterMeetsTheFewThatAreLeft() {
    for (int id = 0; id < 5_000; id++) {
      machine.create(process);
    }
    int before = slots().capacity();
    IntStream.range(1, 5_000).forEach(id -> machine.delete(process, id));
    for (int i = 0; i < 2 * before && slots().capacity() == before; i++) {
      machine.delete(process, machine.create(process));
    }
    assertThat(slots().capacity()).isLessThanOrEqualTo(16);
    assertThat(machine.gettime(process, 0)).isZero();
  }

  /** Whatever comes after 1,000 dense timers, ids that were tried pay for building anew. */
  @ParameterizedTest
  @ValueSource(strings = {"restore", "restore, create", "restores far apart", "create"})
  void slotsAreBuiltAnewOnceInAThirdAsManyTriesAsThereAreTimers(String round) {
    for (int id = 0; id < 1_000; id++) {
      machine.create(process);
    }
    int rounds = 10_000;
    long tries = 0;
    int rebuilds = 0;
    Slots before = slots();
    for (int i = 0; i < rounds; i++) {
      int[] ids =
          switch (round) {
            case "restore" -> new int[] {restore((1 << 20) + i % 1_000)};
            case "restore, create" ->
                new int[] {restore((1 << 20) + 389 * i % 1_000), machine.create(process)};
            case "restores far apart" -> new int[] {restore((1 << 20) + i % 2 * 512)};
            default -> new int[] {machine.create(process)};
          };
      rebuilds += slots() == before ? 0 : 1;
      before = slots();
      tries += ids.length;
      for (int id : ids) {
        assertThat(id).isNotNegative();
        assertThat(machine.gettime(process, id)).isZero();
        assertThat(machine.delete(process, id)).isZero();
        assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
      }
    }
    assertThat(rebuilds).isLessThanOrEqualTo((int) (3 * tries / 1_000));
    assertThat(machine.hashed()).hasSize(1_000);
    assertThat(slots().lengths().count()).isLessThanOrEqualTo(5L * slots().capacity());
    for (int id = 0; id < 1_000; id++) {
      assertThat(machine.gettime(process, id)).isZero();
    }
  }

  /** The table holds neither the process nor its array when it has ended. */
  @Test
  void aProcessThatHasEndedIsForgottenUnlessItLeftATimer() {
    List<WeakReference<Process>> ended = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Process fresh = machine.newProcess();
      assertThat(machine.create(fresh)).isZero();
      machine.syscalls().exit(fresh);
      ended.add(new WeakReference<>(fresh));
    }
    assertThat(machine.table().chainLengths()).isEmpty();
    for (int i = 0; i < 20 && ended.stream().anyMatch(process -> process.get() != null); i++) {
      System.gc();
    }
    assertThat(ended).allMatch(process -> process.get() == null);
  }

  @Test
  void aTimerThatExitLeftBehindIsStillSeen() {
    KTimer leaked = machine.timer(process, machine.create(process));
    leaked.setSignal(process.address() | KTimer.NOT_VALID); // exit takes only valid ones
    machine.syscalls().exit(process);
    assertThat(machine.hashed()).containsExactly(leaked);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void doesWhatASortedMapDoes(int bits) {
    Machine narrow = new Machine(Designs.named("SelfHashingSlots"), TableConfig.narrow(bits));
    Process owner = narrow.newProcess();
    int ids = 1 << bits;
    TreeMap<Integer, Long> expected = new TreeMap<>();
    int next = 0;
    SplittableRandom random = new SplittableRandom(bits);
    for (long step = 1; step < 20_000; step++) {
      int id = random.nextInt(ids);
      switch (random.nextInt(4)) {
        case 0 -> {
          int created = narrow.create(owner, step);
          if (expected.size() == ids) {
            assertThat(created).isEqualTo(-Errno.EAGAIN);
          } else {
            while (expected.containsKey(next)) {
              next = (next + 1) % ids;
            }
            assertThat(created).isEqualTo(next);
            expected.put(next, step);
            next = (next + 1) % ids;
          }
        }
        case 1 ->
            assertThat(narrow.delete(owner, id))
                .isEqualTo(expected.remove(id) == null ? -Errno.EINVAL : 0);
        case 2 -> {
          narrow.syscalls().prctl(owner, 1);
          boolean taken = expected.containsKey(id);
          assertThat(narrow.createAt(owner, id)).isEqualTo(taken ? -Errno.EBUSY : id);
          narrow.syscalls().prctl(owner, 0);
          if (!taken) {
            expected.put(id, 0L);
            next = (id + 1) % ids;
          }
        }
        default -> {
          for (Map.Entry<Integer, Long> timer : expected.entrySet()) {
            assertThat(narrow.read(owner, timer.getKey()).sigevValue()).isEqualTo(timer.getValue());
          }
        }
      }
      if (expected.size() == ids) {
        next = owner.nextTimerId() & (ids - 1);
      }
    }
    assertThat(narrow.hashed()).hasSize(expected.size());
    assertThat(narrow.syscalls().firstCorruption()).isNull();
  }

  /** Lookups of timers that stay, while others make the slots grow and the counter run around. */
  @Test
  void aFindLosesNothingWhileSlotsAreBuiltAnew() throws Exception {
    Machine small = new Machine(Designs.named("SelfHashingSlots"), TableConfig.narrow(12));
    Process owner = small.newProcess();
    int staying = 64;
    for (int i = 0; i < staying; i++) {
      assertThat(small.create(owner, i)).isEqualTo(i);
    }
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> churner =
        () -> {
          List<Integer> own = new ArrayList<>();
          for (int i = 0; i < 30_000; i++) {
            own.add(small.create(owner, -1));
            if (own.size() > 300 || i % 3 != 0) {
              small.delete(owner, own.remove(own.size() / 2));
            }
          }
          own.forEach(id -> small.delete(owner, id));
          done.set(true);
          return 0;
        };
    Callable<Integer> finder =
        () -> {
          int lost = 0;
          while (!done.get()) {
            for (int i = 0; i < staying; i++) {
              lost += small.gettime(owner, i) == 0 ? 0 : 1;
            }
          }
          return lost;
        };
    assertThat(InParallel.run(List.of(churner, finder, finder))).containsOnly(0);
    small.syscalls().quiesce();
    assertThat(small.hashed()).hasSize(staying);
    assertThat(small.syscalls().firstCorruption()).isNull();
  }

  private Slots slots() {
    return Slots.of(process);
  }

  /** The id of the timer in the home slot of an id, or -1. */
  private int atHome(int id) {
    KTimer timer = Slots.atHome(slots().homes(), id);
    return timer == null ? -1 : timer.id();
  }

  /** Two timers need no array, whoever comes and goes; a third one makes it. */
  @Test
  void fewTimersNeedNoSlots() {
    assertThat(machine.create(process)).isZero();
    for (int id = 1; id < 100; id++) {
      assertThat(process.attachment()).isSameAs(machine.timer(process, id - 1));
      assertThat(machine.create(process)).isEqualTo(id);
      assertThat(machine.gettime(process, id)).isZero();
      assertThat(machine.gettime(process, id + 1)).isEqualTo(-Errno.EINVAL);
      assertThat(machine.hashed()).hasSize(2);
      assertThat(machine.delete(process, id - 1)).isZero();
      assertThat(machine.gettime(process, id - 1)).isEqualTo(-Errno.EINVAL);
    }
    assertThat(machine.create(process)).isEqualTo(100);
    assertThat(machine.create(process)).isEqualTo(101);
    assertThat(slots().capacity()).isEqualTo(4);
    assertThat(IntStream.of(99, 100, 101)).allMatch(id -> atHome(id) == id);
    assertThat(machine.hashed()).hasSize(3);
  }

  /** Restores an id with restore mode on for that only. */
  private int restore(int id) {
    restoring(true);
    int restored = machine.createAt(process, id);
    restoring(false);
    return restored;
  }

  private void restoring(boolean on) {
    assertThat(machine.syscalls().prctl(process, on ? 1 : 0)).isZero();
  }
}
