package org.ptstress.stress.race;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.link.BinaryLinkServer;
import org.openjdk.jcstress.link.ServerListener;

/** The socket over which jcstress's forks fetch their jobs and send their results. */
final class ForkLink implements ServerListener, AutoCloseable {
  private final AtomicInteger tokens = new AtomicInteger();
  // Nothing is removed from this: a late request for a job that is gone would end the link for
  // all.
  private final Map<Integer, Job> jobs = new ConcurrentHashMap<>();
  private final BinaryLinkServer server;

  /**
   * Opens the link.
   *
   * @throws IOException if there is no port
   */
  ForkLink() throws IOException {
    server = new BinaryLinkServer(this);
  }

  /** Offers a job to the fork that asks for it. */
  Job offer(TestConfig config) {
    Job job =
        new Job(tokens.incrementAndGet(), new ForkedTestConfig(config), new CompletableFuture<>());
    jobs.put(job.token, job);
    return job;
  }

  String host() {
    return server.getHost();
  }

  int port() {
    return server.getPort();
  }

  @Override
  public ForkedTestConfig onJobRequest(int token) {
    return job(token).config;
  }

  @Override
  public void onResult(int token, TestResult result) {
    job(token).sent.complete(result);
  }

  private Job job(int token) {
    return requireNonNull(jobs.get(token), () -> "There is no job " + token + ".");
  }

  @Override
  public void close() {
    server.terminate();
  }

  /**
   * One race for a fork.
   *
   * @param token what the fork asks for it by
   * @param config the race, as jcstress sends it
   * @param sent what the fork sends back
   */
  record Job(int token, ForkedTestConfig config, CompletableFuture<TestResult> sent) {
    /** What the fork has sent, or null. */
    @Nullable TestResult result() {
      return sent.getNow(null);
    }

    /**
     * Waits until the fork has sent the result or has ended.
     *
     * @return whether it did within the time
     */
    boolean await(Process fork, Duration limit) throws InterruptedException {
      try {
        CompletableFuture.anyOf(sent, fork.onExit()).get(limit.toMillis(), MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("Waiting for a fork failed.", e);
      }
    }
  }
}
