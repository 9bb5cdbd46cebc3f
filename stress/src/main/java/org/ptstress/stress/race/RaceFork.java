package org.ptstress.stress.race;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.ResourceEstimator;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.link.BinaryLinkClient;
import org.ptstress.run.process.ParentWatch;

/**
 * The JVM that races. Arguments: host and port of the {@link ForkLink}, the token of the parent,
 * and those of the jobs. It ends after the first job that does not end well, for that may have left
 * anything behind, such as an actor that still runs. It does what jcstress's {@code ForkedMain}
 * does, but for one thing: that one first tries out how many samples fit into the heap. In a short
 * race this takes longer than the race itself, and most of the samples then come from threads that
 * were started one after the other and hardly meet.
 */
public final class RaceFork {
  private static final int FIRST_JOB = 3;

  private RaceFork() {}

  /**
   * Races, and sends the results.
   *
   * @param args see the class
   * @throws IOException if the link is broken
   */
  public static void main(String[] args) throws IOException {
    ParentWatch.start(args[2]);
    BinaryLinkClient link = new BinaryLinkClient(args[0], Integer.parseInt(args[1]));
    Status status = Status.NORMAL;
    for (int i = FIRST_JOB; i < args.length && status == Status.NORMAL; i++) {
      int token = Integer.parseInt(args[i]);
      TestResult result = race(FixedStrides.of(link.jobRequest(token)));
      link.doneResult(token, result);
      status = result.status();
    }
    // An actor that hangs would keep this JVM alive.
    System.exit(0);
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

  /** A job whose strides are as small as its profile says, so nothing needs to be tried out. */
  private static final class FixedStrides extends ForkedTestConfig {
    private FixedStrides(DataInputStream in) throws IOException {
      super(in);
    }

    static FixedStrides of(ForkedTestConfig config) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      config.write(new DataOutputStream(bytes));
      return new FixedStrides(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    @Override
    public void adjustStrideCount(ResourceEstimator estimator) {
      // They stay as they are.
    }
  }
}
