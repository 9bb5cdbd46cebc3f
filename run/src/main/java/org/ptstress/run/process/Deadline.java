package org.ptstress.run.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of some work, enforced by an interrupt. Code that waits for a child kills the child
 * when interrupted, so an interrupt ends the work whatever it waits for.
 */
public final class Deadline {
  /** The reason reported for everything that a deadline cut off. */
  public static final String OUT_OF_TIME = "out of time";

  /** The interval at which an interrupt without effect is repeated. */
  static final long AGAIN_MILLIS = 500;

  private static final Deadline NONE = new Deadline(System::nanoTime, null);

  private final LongSupplier clock;
  private final @Nullable Long end;

  private Deadline(LongSupplier clock, @Nullable Long end) {
    this.clock = clock;
    this.end = end;
  }

  /**
   * No deadline.
   *
   * @return a deadline that never comes
   */
  public static Deadline none() {
    return NONE;
  }

  /**
   * A deadline relative to now.
   *
   * @param time the time until then
   * @return the deadline
   */
  public static Deadline in(Duration time) {
    return since(System.nanoTime(), time, System::nanoTime);
  }

  /**
   * A deadline relative to an earlier moment.
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
   * The remaining time.
   *
   * @return negative after the deadline; empty if there is none
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

  /** Interruptible work. */
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
   * @throws InterruptedException if this thread is interrupted for another reason
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
      // An interrupt may also surface as another failure, such as a closed channel.
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

    /** Interrupts repeatedly, because the work may swallow an interrupt. */
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

    /** Stops the alarm; called by the worker. Returns whether it rang. */
    synchronized boolean stop() {
      stopped = true;
      if (rang) {
        // Clears an interrupt that the work did not notice, so that it hits no later code.
        Thread.interrupted();
      }
      return rang;
    }
  }
}
