package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ticket and queued locks serve in the order of arrival. That a thread has arrived is read from the
 * lock's own tail, so nothing rests on timing.
 */
class FairLockTest {
  private static final int WAITERS = 4;

  @Test
  void aTicketLockServesInOrderOfArrival() throws Exception {
    TicketLock lock = new TicketLock();
    VarHandle nextTicket =
        MethodHandles.privateLookupIn(TicketLock.class, MethodHandles.lookup())
            .findVarHandle(TicketLock.class, "nextTicket", int.class);
    assertThat(orderOfService(lock, () -> nextTicket.getVolatile(lock)))
        .isSorted()
        .hasSize(WAITERS);
  }

  @Test
  void aQueuedLockServesInOrderOfArrival() throws Exception {
    QueuedLock lock = new QueuedLock();
    Class<?> node = Class.forName(QueuedLock.class.getName() + "$Node");
    VarHandle tail =
        MethodHandles.privateLookupIn(QueuedLock.class, MethodHandles.lookup())
            .findVarHandle(QueuedLock.class, "tail", node);
    assertThat(orderOfService(lock, () -> tail.getVolatile(lock))).isSorted().hasSize(WAITERS);
  }

  private static List<Integer> orderOfService(SpinLock lock, Supplier<@Nullable Object> tail)
      throws InterruptedException {
    ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();
    List<Thread> waiters = new ArrayList<>();
    lock.lock();
    for (int i = 0; i < WAITERS; i++) {
      int number = i;
      Object before = tail.get();
      Thread waiter =
          new Thread(
              () -> {
                lock.lock();
                served.add(number);
                lock.unlock();
              },
              "waiter" + number);
      waiter.setDaemon(true);
      waiter.start();
      waiters.add(waiter);
      while (Objects.equals(tail.get(), before)) {
        Thread.onSpinWait();
      }
    }
    assertThat(served).isEmpty();
    lock.unlock();
    for (Thread waiter : waiters) {
      waiter.join();
    }
    return List.copyOf(served);
  }
}
