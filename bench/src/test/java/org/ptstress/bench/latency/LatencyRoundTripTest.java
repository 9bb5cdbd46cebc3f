package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.HistogramLogFile;
import org.ptstress.run.measurement.LatencyLog;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Profile;

/** Who writes the tags and who reads them share no code, only docs/run-folder.md. */
class LatencyRoundTripTest {
  @TempDir private Path folder;

  @Test
  void readsWhatALatencyRunWrites() throws IOException, InterruptedException {
    LatencyRun.run(Profile.QUICK, List.of("RcuHash"), folder, ProgressListener.NONE);

    long rate = 100_000L * Runtime.getRuntime().availableProcessors();
    for (String name : List.of("RcuHash", "control")) {
      List<LatencyLog> logs =
          HistogramLogFile.read(folder.resolve("latency").resolve(name + ".hlog"));
      assertThat(logs).extracting(LatencyLog::operation).containsExactly("find", "create-delete");
      assertThat(logs)
          .allMatch(log -> log.name().equals(name))
          .allMatch(log -> log.rate() == rate)
          .allMatch(log -> log.intervals() == 2)
          .allMatch(log -> log.histogram().getTotalCount() == rate / 10);
    }
  }
}
