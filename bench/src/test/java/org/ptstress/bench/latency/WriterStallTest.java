package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.bench.latency.StallingLocks.Stall;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.model.TableConfig;

/**
 * What the measurement is for: a writer that stalls while it holds its lock shows in the latency of
 * finds where they need that lock, and nowhere else.
 *
 * <p>Finds run at 100,000 a second on one thread; 300 ms after the first a second thread inserts,
 * and sleeps 50 ms before it lets go of the table's lock. Finds that wait for it: 5,000 become due
 * meanwhile, half of them wait longer than 25 ms, and the first waits the whole 50 ms.
 *
 * <p>A machine that takes the CPU from the finds for that long looks the same. But it does not do
 * so each time, and a find that needs the lock cannot but wait: so that finds do <em>not</em> wait
 * is shown by one of several attempts, that they do by the first. An attempt whose stall does not
 * lie in the measured time counts for neither.
 */
final class WriterStallTest {
  private static final int ATTEMPTS = 40;
  private static final int STALL_MILLIS = 50;
  private static final long STALL_AFTER_MILLIS = 300;
  private static final int TIMERS = 64;

  /** Of the 2,500; a machine with other work makes them more, and never less. */
  private static final long STALLED = 2_000;

  private static final LoadStep STEP = new LoadStep(1, 100_000, 100, 7, 100);

  @ParameterizedTest
  @ValueSource(strings = {"RfcHash", "LockedIdr"})
  void showsInTheFindsOfADesignWhoseFindsTakeTheLock(String design) throws InterruptedException {
    Optional<Histogram> finds = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && finds.isEmpty(); attempt++) {
      finds = findsBesideAWriter(design, true);
    }

    assertThat(finds).isPresent();
    assertThat(finds.get().getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(40));
    // Without the waits of those that became due during the stall it would be one.
    assertThat(stalled(finds.get())).isGreaterThan(STALLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GlobalIdr", "RcuHash", "BucketLockHash"})
  void doesNotShowInTheFindsOfAnRcuDesign(String design) throws InterruptedException {
    assertThat(fewestStalled(design, true)).isLessThan(STALLED);
  }

  /** Else the tests above would show the machine, or the writer. */
  @Test
  void doesNotShowWithoutTheStall() throws InterruptedException {
    assertThat(fewestStalled("RfcHash", false)).isLessThan(STALLED);
  }

  private static long fewestStalled(String design, boolean stall) throws InterruptedException {
    long fewest = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && fewest >= STALLED; attempt++) {
      Optional<Histogram> finds = findsBesideAWriter(design, stall);
      fewest = Math.min(fewest, finds.map(WriterStallTest::stalled).orElse(Long.MAX_VALUE));
    }
    return fewest;
  }

  /** How many finds waited for more than half of the stall. */
  private static long stalled(Histogram finds) {
    long half = TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS) / 2;
    return finds.getCountBetweenValues(half, finds.getHighestTrackableValue());
  }

  /** The latencies, or nothing if there was to be a stall and it was not in the measured time. */
  private static Optional<Histogram> findsBesideAWriter(String design, boolean stall)
      throws InterruptedException {
    StallingLocks locks = new StallingLocks(STALL_MILLIS);
    FilledTable filled = FilledTable.of(design, TIMERS, TableConfig.kernel(2).withLocks(locks));
    CountDownLatch firstFind = new CountDownLatch(1);
    AtomicInteger id = new AtomicInteger();
    Thread writer =
        new Thread(
            () -> {
              waitFor(firstFind);
              if (stall) {
                // The first lock that an insert takes is the table's.
                locks.stallNextUnlock();
              }
              id.set(filled.create(filled.slab().allocate()));
            },
            "writer");
    writer.start();

    BooleanSupplier find = LoadKind.FIND.on(filled).apply(0);
    BooleanSupplier announced =
        () -> {
          firstFind.countDown();
          return find.getAsBoolean();
        };
    List<Histogram> intervals = new OpenLoop(STEP).run(thread -> announced).intervals();
    Stall stalled = locks.stall();
    writer.join();

    assertThat(id.get()).as("the id that the writer got").isEqualTo(TIMERS);
    assertThat(locks.stall() != null).as("whether the writer stalled").isEqualTo(stall);
    if (stall && !isMeasured(stalled, intervals)) {
      return Optional.empty();
    }
    Histogram finds = new Histogram(3);
    intervals.forEach(finds::add);
    return Optional.of(finds);
  }

  /** Else a find that waits for the lock could pass for one that does not. */
  private static boolean isMeasured(@Nullable Stall stall, List<Histogram> intervals) {
    return stall != null && stall.fromMillis() > intervals.get(0).getStartTimeStamp();
  }

  private static void waitFor(CountDownLatch firstFind) {
    try {
      firstFind.await();
      TimeUnit.MILLISECONDS.sleep(STALL_AFTER_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The writer was interrupted.", e);
    }
  }
}
