package org.ptstress.run.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs pieces of work in parallel. */
public final class Workers {
  private Workers() {}

  /** An interruptible piece of work. */
  @FunctionalInterface
  public interface Piece<T, R> {
    /**
     * Does the work for a subject.
     *
     * @param subject what to work on
     * @return its result
     * @throws IOException if it fails
     * @throws InterruptedException if this thread is interrupted
     */
    R of(T subject) throws IOException, InterruptedException;
  }

  /**
   * Deals subjects out in round-robin order.
   *
   * @param subjects the subjects
   * @param most how many shares there may be, at least 1
   * @param <T> the subjects
   * @return the shares; none is empty, and their sizes differ by 1 at most
   */
  public static <T> List<List<T>> shares(List<T> subjects, int most) {
    List<List<T>> shares = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      if (i < most) {
        shares.add(new ArrayList<>());
      }
      shares.get(i % most).add(subjects.get(i));
    }
    return shares;
  }

  /**
   * Does a piece of work for each subject in parallel, and waits for all.
   *
   * @param subjects the subjects
   * @param threads the number of concurrent pieces, at least 1
   * @param piece the work
   * @param <T> the subjects
   * @param <R> the results
   * @return the results, in the order of the subjects
   * @throws IOException if a piece throws it; unfinished pieces are interrupted
   * @throws InterruptedException if this thread is interrupted; the pieces are, too, and have ended
   */
  public static <T, R> List<R> map(List<T> subjects, int threads, Piece<T, R> piece)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> pieces = new ArrayList<>();
      subjects.forEach(subject -> pieces.add(workers.submit(() -> piece.of(subject))));
      List<R> results = new ArrayList<>();
      for (Future<R> each : pieces) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("A concurrent task failed.", e.getCause());
    } finally {
      end(workers);
    }
  }

  /**
   * Interrupts the pieces and waits until each has killed its children. An interrupt may be
   * swallowed, so it is repeated.
   */
  private static void end(ExecutorService workers) {
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      workers.shutdownNow();
      try {
        ended = workers.awaitTermination(Deadline.AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
