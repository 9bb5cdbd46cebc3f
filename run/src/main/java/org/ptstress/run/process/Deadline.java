package org.ptstress.run.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which work has to stop, whatever it waits for. Everything here that waits for a
 * child ends it when it is interrupted; so work that is out of time is interrupted.
 */
public final class Deadline {
  /** The reason that is given for everything that the deadline cut off. */
  public static final String OUT_OF_TIME = "out of time";

  /** The time after which an unanswered interrupt is repeated. */
  static final long AGAIN_MILLIS = 500;

  private static final Deadline NONE = new Deadline(System::nanoTime, null);

  private final LongSupplier clock;
  private final @Nullable Long end;

  private Deadline(LongSupplier clock, @Nullable Long end) {
    this.clock = clock;
    this.end = end;
  }

  /**
   * All the time that it takes.
   *
   * @return a deadline that never comes
   */
  public static Deadline none() {
    return NONE;
  }

  /**
   * A deadline from now on.
   *
   * @param time the time until then
   * @return the deadline
   */
  public static Deadline in(Duration time) {
    return since(System.nanoTime(), time, System::nanoTime);
  }

  /**
   * A deadline that counts from an earlier moment.
   *
   * @param begin that moment, by the clock
   * @param time the time from then until the deadline
   * @param clock tells the time as {@link System#nanoTime} does
   * @return the deadline
   */
  public static Deadline since(long begin, Duration time, LongSupplier clock) {
    return new Deadline(clock, begin + time.toNanos());
  }

  /**
   * The time until then.
   *
   * @return negative behind the deadline; empty if it never comes
   */
  public Optional<Duration> left() {
    return end == null ? Optional.empty() : Optional.of(Duration.ofNanos(left(end)));
  }

  /**
   * An earlier deadline, for one of several parts that share the time.
   *
   * @param share the share of what is left that the part may take, 0 to 1
   * @return the deadline of the part
   */
  public Deadline share(double share) {
    return end == null
        ? this
        : since(clock.getAsLong(), Duration.ofNanos((long) (left(end) * share)), clock);
  }

  /** Some work that answers an interrupt soon. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work.
     *
     * @return its result
     * @throws IOException if it fails
     * @throws InterruptedException if this thread is interrupted
     */
    T run() throws IOException, InterruptedException;
  }

  /**
   * Runs work until it ends or the deadline comes.
   *
   * @param work the work
   * @param <T> what it yields
   * @return its result, or nothing if it ran out of time
   * @throws IOException if the work fails while there is time
   * @throws InterruptedException if this thread is interrupted by somebody else
   */
  public <T> Optional<T> call(Work<T> work) throws IOException, InterruptedException {
    if (end == null) {
      return Optional.of(work.run());
    }
    long left = left(end);
    if (left <= 0) {
      return Optional.empty();
    }
    Alarm alarm = new Alarm(Thread.currentThread());
    Thread clock = new Thread(() -> alarm.ringAfter(left), "deadline");
    clock.setDaemon(true);
    clock.start();
    try {
      T result = work.run();
      alarm.stop();
      return Optional.of(result);
    } catch (IOException | InterruptedException | RuntimeException e) {
      // Work that is interrupted may also fail in other ways, such as on a channel that it closed.
      if (alarm.stop()) {
        return Optional.empty();
      }
      throw e;
    } finally {
      clock.interrupt();
    }
  }

  private long left(long end) {
    return end - clock.getAsLong();
  }

  /** Interrupts a thread until it is stopped. */
  private static final class Alarm {
    private final Thread worker;
    private boolean rang;
    private boolean stopped;

    Alarm(Thread worker) {
      this.worker = worker;
    }

    /** Something that the work calls may swallow an interrupt. */
    void ringAfter(long nanos) {
      try {
        TimeUnit.NANOSECONDS.sleep(nanos);
        while (true) {
          ring();
          TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
      } catch (InterruptedException e) {
        // The work has ended.
      }
    }

    private synchronized void ring() {
      if (!stopped) {
        rang = true;
        worker.interrupt();
      }
    }

    /** Called by the worker; returns whether the alarm rang. */
    synchronized boolean stop() {
      stopped = true;
      if (rang) {
        // The work may have ended without noticing the interrupt, which is not meant for others.
        Thread.interrupted();
      }
      return rang;
    }
  }
}
