package org.ptstress.stress.race;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.link.BinaryLinkServer;
import org.openjdk.jcstress.link.ServerListener;

/** The socket over which jcstress's forks fetch their job and send their result. */
final class ForkLink implements ServerListener, AutoCloseable {
  private final AtomicInteger tokens = new AtomicInteger();
  // Nothing is removed from these: a late request for a job that is gone would end the link for
  // all.
  private final Map<Integer, ForkedTestConfig> jobs = new ConcurrentHashMap<>();
  private final Map<Integer, TestResult> results = new ConcurrentHashMap<>();
  private final BinaryLinkServer server;

  /**
   * Opens the link.
   *
   * @throws IOException if there is no port
   */
  ForkLink() throws IOException {
    server = new BinaryLinkServer(this);
  }

  /** Offers a job; returns the token by which a fork asks for it. */
  int offer(TestConfig config) {
    int token = tokens.incrementAndGet();
    jobs.put(token, new ForkedTestConfig(config));
    return token;
  }

  String host() {
    return server.getHost();
  }

  int port() {
    return server.getPort();
  }

  /** What a fork has sent, or null. */
  @Nullable TestResult result(int token) {
    return results.get(token);
  }

  @Override
  public ForkedTestConfig onJobRequest(int token) {
    return requireNonNull(jobs.get(token));
  }

  @Override
  public void onResult(int token, TestResult result) {
    results.put(token, result);
  }

  @Override
  public void close() {
    server.terminate();
  }
}
