package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.BenchmarkList;
import org.ptstress.bench.plan.Workloads;

final class JarBenchmarksTest {
  @TempDir private Path folder = Path.of("");

  private Path jar(String list) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(BenchmarkList.BENCHMARK_LIST.substring(1)));
      entries.write(list.getBytes(UTF_8));
      entries.closeEntry();
    }
    return jar;
  }

  private static String ownList() throws IOException {
    try (InputStream in =
        JarBenchmarksTest.class.getResourceAsStream(BenchmarkList.BENCHMARK_LIST)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void readsListsWithEmptyLinesAnywhere() throws Exception {
    String list = ownList();
    assertThat(JarBenchmarks.of(jar(list))).contains(Workloads.FIND);
    assertThat(JarBenchmarks.of(jar("\n" + list + "\n \n# a comment\n\n")))
        .isEqualTo(JarBenchmarks.of(jar(list)));
  }

  @Test
  void namesALineThatIsNoBenchmark() throws Exception {
    Path broken = jar(ownList() + "not a benchmark\n");
    assertThatThrownBy(() -> JarBenchmarks.of(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("some.jar")
        .hasMessageContaining("not a benchmark");
  }

  @Test
  void aJarWithoutAListHasNone() throws Exception {
    Path jar = folder.resolve("empty.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("nothing"));
    }
    assertThat(JarBenchmarks.of(jar)).isEmpty();
  }
}
