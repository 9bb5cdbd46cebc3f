package org.ptstress.stress.race;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.ResourceEstimator;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.ptstress.run.process.ParentLink;

/**
 * The JVM that races. Arguments: its jobs, one for each race. It ends after the first job that
 * fails, which may have left anything behind, such as a running actor. It replaces jcstress's
 * {@code ForkedMain} for two reasons. That one first calibrates how many samples fit into the heap;
 * in a short race this takes longer than the race itself, and most samples then come from threads
 * that were started one after the other and rarely overlap. And it identifies its results only by a
 * number.
 */
public final class RaceFork {
  private static final char SEPARATOR = '=';

  private RaceFork() {}

  /**
   * Races, and sends the {@link RaceSamples} of each race.
   *
   * @param args see the class
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    Status status = Status.NORMAL;
    for (int i = 0; i < args.length && status == Status.NORMAL; i++) {
      int separator = args[i].indexOf(SEPARATOR);
      TestResult result = race(FixedStrides.of(args[i].substring(separator + 1)));
      parent.send(RaceSamples.KIND, args[i].substring(0, separator), RaceSamples.of(result));
      status = result.status();
    }
    // A hung actor would keep this JVM alive.
    ParentLink.end();
  }

  /** A race as an argument of this class. */
  static String job(String scenario, TestConfig config) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new ForkedTestConfig(config).write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("Memory takes every byte.", e);
    }
    return scenario + SEPARATOR + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static TestResult race(ForkedTestConfig config) {
    try {
      return Class.forName(config.generatedRunnerName)
          .asSubclass(Runner.class)
          .getConstructor(ForkedTestConfig.class)
          .newInstance(config)
          .run();
    } catch (ReflectiveOperationException | LinkageError e) {
      return failure(Status.API_MISMATCH, e);
    } catch (RuntimeException | Error e) {
      return failure(Status.TEST_ERROR, e);
    }
  }

  private static TestResult failure(Status status, Throwable cause) {
    TestResult result = new TestResult(status);
    result.addMessages(cause);
    return result;
  }

  /** A job with fixed strides from the profile, which need no calibration. */
  private static final class FixedStrides extends ForkedTestConfig {
    private FixedStrides(DataInputStream in) throws IOException {
      super(in);
    }

    static FixedStrides of(String job) throws IOException {
      byte[] bytes = Base64.getDecoder().decode(job);
      return new FixedStrides(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Override
    public void adjustStrideCount(ResourceEstimator estimator) {
      // Keeps the strides.
    }
  }
}
