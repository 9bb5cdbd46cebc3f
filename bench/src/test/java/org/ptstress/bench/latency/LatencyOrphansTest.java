package org.ptstress.bench.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.KilledRun;
import org.ptstress.run.process.ProgressListener;

final class LatencyOrphansTest {
  @Test
  void noChildOutlivesItsRun(@TempDir Path folder) throws Exception {
    KilledRun.assertThatNoChildOutlives(Run.class, folder, folder.toString());
  }

  /** The run. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      LatencyRun.run(
          BriefLoads.latency(), List.of("Hangs"), Path.of(args[0]), ProgressListener.NONE);
    }
  }
}
