package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;

/** The jar of an older version, in which benchmarks and profilers stand in another package. */
final class JarNamesTest {
  private static final String LIST =
      "JMH S 32 org.ptstress.older.FindBenchmark S 22 org.ptstress.Generated S 4 find"
          + " S 10 Throughput E A 1 1 1 E E E E E E E E E E E E E E U 7 SECONDS E E ";

  private static JarNames names(Path folder) throws Exception {
    Path jar = folder.resolve("older.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
      entries.write(LIST.getBytes(UTF_8));
      entries.putNextEntry(new JarEntry("org/ptstress/older/CpusProfiler.class"));
    }
    return JarNames.of(jar.toString());
  }

  @Test
  void benchmarksAndProfilersAreFoundWhereTheJarHasThem(@TempDir Path folder) throws Exception {
    JarNames names = names(folder);
    Row find = new Row(Workloads.FIND, "GlobalIdr", 512, 2);

    assertThat(names.row(find))
        .isEqualTo(new Row("org.ptstress.older.FindBenchmark.find", "GlobalIdr", 512, 2));
    assertThat(names.of(CpusProfiler.class)).isEqualTo("org.ptstress.older.CpusProfiler");
    assertThat(JmhOptions.of(1, new ForkTime(1, 1, 1, 1), names, find, Map.of()))
        .contains(
            "^org\\.ptstress\\.older\\.FindBenchmark\\.find$", "org.ptstress.older.CpusProfiler");
  }

  @Test
  void whatAJarLacksHasTheNameOfThisVersion(@TempDir Path folder) throws Exception {
    Row miss = new Row("org.ptstress.bench.benchmark.FindBenchmark.miss", "GlobalIdr", 512, 2);

    assertThat(names(folder).row(miss)).isEqualTo(miss);
    assertThat(names(folder).of(SpeedProfiler.class)).isEqualTo(SpeedProfiler.class.getName());
    assertThat(JarNames.of(folder.toString()).row(miss)).isEqualTo(miss);
  }
}
