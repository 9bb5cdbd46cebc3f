package org.ptstress.model.design;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

class LockedIdrTest extends OneIdrTests {
  /** Few: where threads have no CPU of their own, a fair lock waits at each hand-over. */
  private static final int ROUNDS = 4_000;

  /** Far more than a lookup needs. */
  private static final long SPINNING_NANOS = 20_000_000;

  LockedIdrTest() {
    super("LockedIdr");
  }

  /** The idr cuts the id to 31 bits, but before RCU the timer's own id was compared. */
  @ParameterizedTest
  @ValueSource(ints = {0x80000003, Integer.MIN_VALUE, -1})
  void anIdWithTheSignBitFindsNothing(int id) {
    for (int i = 0; i < 4; i++) {
      machine.create(process);
    }
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().lookup(process, id)).isFalse();
    assertThat(machine.gettime(process, 3)).isZero();
  }

  /** No grace period: an open read section holds up the reuse of memory in 3.0, and not here. */
  @ParameterizedTest
  @CsvSource({"LockedIdr, true", "GlobalIdr, false"})
  void memoryIsReusedAtOnce(String design, boolean atOnce) {
    TableConfig config = TableConfig.narrow(31);
    Rcu rcu = config.reclamation().newRcu();
    TimerSyscalls syscalls =
        new TimerSyscalls(Designs.named(design).newTable(config, rcu), config, rcu);
    int section = rcu.readLock();
    KTimer deleted = create(syscalls);
    assertThat(syscalls.timerDelete(process, 0)).isZero();
    assertThat(create(syscalls) == deleted).isEqualTo(atOnce);
    rcu.readUnlock(section);
  }

  private KTimer create(TimerSyscalls syscalls) {
    UserId id = UserId.of(0);
    assertThat(syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), id)).isZero();
    List<KTimer> hashed = new ArrayList<>();
    syscalls.table().forEach(hashed::add);
    assertThat(hashed).hasSize(1);
    return hashed.get(0);
  }

  /** The caller holds the timer's lock and nothing else, so others get on. */
  @ParameterizedTest
  @EnumSource
  void whatWasFoundIsLockedAndTheTableIsNot(LockKind locks) throws Exception {
    TableConfig config = TableConfig.narrow(31).withLocks(locks);
    Machine locked = new Machine(Designs.named("LockedIdr"), config);
    Process owner = locked.newProcess();
    int id = locked.create(owner);
    CountDownLatch found = new CountDownLatch(1);
    AtomicBoolean released = new AtomicBoolean();
    List<Boolean> results =
        InParallel.<Boolean>run(
            List.of(
                () -> {
                  KTimer timer = requireNonNull(locked.table().findAndLock(owner, id));
                  assertThat(locked.create(owner)).as("the table is free").isEqualTo(1);
                  found.countDown();
                  // The other thread is given the time to get the lock if it is free.
                  Thread.sleep(20);
                  released.set(true);
                  timer.lock().unlock();
                  return true;
                },
                () -> {
                  found.await();
                  assertThat(locked.gettime(owner, id)).isZero();
                  return released.get();
                }));
    assertThat(results).as("the timer was locked until it was released").containsOnly(true);
  }

  /** Both locks are free after a lookup that found the wrong timer. */
  @Test
  void aMismatchKeepsNoLock() {
    int id = machine.create(process);
    KTimer timer = machine.timer(process, id);
    assertThat(machine.table().findAndLock(other, id)).isNull();
    assertThat(machine.table().findAndLock(process, id + 1)).isNull();
    timer.lock().lock();
    timer.lock().unlock();
    assertThat(machine.create(other)).isEqualTo(1);
  }

  /** A lookup waits for a timer's lock inside the table's lock, and so every other call waits. */
  @Test
  void aLookupThatWaitsStopsEveryOther() throws Exception {
    int id = machine.create(process);
    int idOfOther = machine.create(other);
    KTimer timer = machine.timer(process, id);
    CountDownLatch locked = new CountDownLatch(1);
    AtomicBoolean waiterIsDone = new AtomicBoolean();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong lookups = new AtomicLong();
    AtomicLong bystanderThread = new AtomicLong();
    Callable<Boolean> holder =
        () -> {
          timer.lock().lock();
          locked.countDown();
          // Stalled is what uses the CPU and gets nowhere; a thread that has no CPU does not count.
          long before = -1;
          long since = 0;
          do {
            Thread.sleep(1);
            if (lookups.get() != before) {
              before = lookups.get();
              since = cpuNanos(bystanderThread.get());
            }
          } while (cpuNanos(bystanderThread.get()) - since < SPINNING_NANOS);
          boolean stalled = !waiterIsDone.get();
          timer.lock().unlock();
          while (lookups.get() == before) {
            Thread.sleep(1);
          }
          stop.set(true);
          return stalled;
        };
    Callable<Boolean> waiter =
        () -> {
          locked.await();
          boolean found = machine.gettime(process, id) == 0;
          waiterIsDone.set(true);
          return found;
        };
    Callable<Boolean> bystander =
        () -> {
          bystanderThread.set(Thread.currentThread().getId());
          locked.await();
          boolean found = true;
          while (!stop.get()) {
            found &= machine.gettime(other, idOfOther) == 0;
            lookups.incrementAndGet();
          }
          return found;
        };
    assertThat(InParallel.run(List.of(holder, waiter, bystander))).containsOnly(true);
  }

  private static long cpuNanos(long thread) {
    return thread == 0 ? 0 : ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
  }

  /** Memory is reused at once by another process: nobody may act on a timer of the other. */
  @Test
  void twoProcessesKeepApartWhileMemoryIsReused() throws Exception {
    InParallel.run(List.of(owner(process, 1), owner(other, 2)));
    assertNothingIsLeft();
  }

  private Callable<Integer> owner(Process owner, int thread) {
    return () -> {
      SplittableRandom random = new SplittableRandom(thread);
      TimerInfo info = new TimerInfo();
      for (int round = 0; round < ROUNDS; round++) {
        long token = 2L * round + thread;
        int id = machine.create(owner, token);
        require(id >= 0, "create", id);
        int guess = random.nextInt(3);
        int result = machine.delete(owner, guess == id ? guess + 3 : guess);
        require(result == -Errno.EINVAL, "a guessed id gives", result);
        result = machine.syscalls().timerGettime(owner, id, info);
        require(result == 0 && info.sigevValue() == token, "gettime", result);
        result = machine.delete(owner, id);
        require(result == 0, "delete", result);
      }
      return 0;
    };
  }

  /** Threads of one process create, read and delete each other's timers; each is freed once. */
  @Test
  void everyTimerIsDeletedOnceWhileMemoryIsReused() throws Exception {
    List<Integer> left = InParallel.run(List.of(sharer(1), sharer(2)));
    int sum = left.get(0) + left.get(1);
    assertThat(machine.hashed()).hasSize(sum);
    assertThat(process.signalsCharged()).isEqualTo(sum);
    machine.syscalls().exit(process);
    assertNothingIsLeft();
  }

  /** Returns how many timers it has created and not deleted, which may be negative. */
  private Callable<Integer> sharer(int thread) {
    return () -> {
      SplittableRandom random = new SplittableRandom(thread);
      int left = 0;
      for (int round = 0; round < ROUNDS; round++) {
        if (left < 2) {
          require(machine.create(process) >= 0, "create", 0);
          left++;
        }
        machine.gettime(process, random.nextInt(4));
        if (machine.delete(process, random.nextInt(4)) == 0) {
          left--;
        }
      }
      return left;
    };
  }

  /**
   * Two timers swap their ids again and again, because memory freed last is used first: without the
   * table's lock around the timer's, a lookup that waits comes out with the other one. The swaps go
   * on until a lookup has found a timer, however late the scheduler lets it begin.
   */
  @Test
  void aLookupGetsTheTimerOfItsIdWhileMemoryIsReused() throws Exception {
    AtomicBoolean swapped = new AtomicBoolean();
    AtomicBoolean found = new AtomicBoolean();
    Callable<Boolean> swapper =
        () -> {
          for (int round = 0; round < 2 * ROUNDS || !found.get(); round++) {
            require(machine.create(process) == 0, "create", 0);
            require(machine.create(process) == 1, "create", 1);
            require(machine.delete(process, 0) == 0, "delete", 0);
            require(machine.delete(process, 1) == 0, "delete", 1);
          }
          swapped.set(true);
          return true;
        };
    Callable<Boolean> finder =
        () -> {
          try {
            for (int id = 0; !swapped.get(); id = 1 - id) {
              KTimer timer = machine.table().findAndLock(process, id);
              if (timer != null) {
                int foundId = timer.id();
                timer.lock().unlock();
                require(foundId == id, "found", foundId);
                found.set(true);
              }
            }
          } finally {
            // A finder that failed must not keep the swapper running.
            found.set(true);
          }
          return true;
        };
    assertThat(InParallel.run(List.of(swapper, finder))).containsOnly(true);
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(machine.hashed()).isEmpty();
    assertThat(machine.syscalls().firstCorruption()).isNull();
    assertThat(process.signalsCharged()).isZero();
  }

  private static void require(boolean condition, String call, int result) {
    if (!condition) {
      throw new AssertionError(call + " " + result);
    }
  }
}
