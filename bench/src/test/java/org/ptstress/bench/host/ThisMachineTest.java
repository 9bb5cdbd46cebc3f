package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.measurement.HostInfo;

final class ThisMachineTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesEveryField() throws IOException, InterruptedException {
    ResultFiles.write(folder, ThisMachine.describe());

    JsonNode host = new ObjectMapper().readTree(folder.resolve("host.json").toFile());
    assertThat(host.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "cpuModel",
            "cpus",
            "kernel",
            "architecture",
            "jdk",
            "jvmFlags",
            "commit",
            "loadAverage",
            "memoryBytes",
            "recordedAt");
    assertThat(host.path("cpuModel").asText()).isNotBlank();
    assertThat(host.path("cpus").asInt()).isPositive();
    assertThat(host.path("architecture").asText()).isEqualTo(System.getProperty("os.arch"));
    assertThat(host.path("jdk").asText()).contains(System.getProperty("java.runtime.version"));
    assertThat(host.path("jvmFlags")).isNotEmpty();
    assertThat(host.path("memoryBytes").asLong()).isGreaterThan(1L << 20);
    assertThat(Instant.parse(host.path("recordedAt").asText())).isBefore(Instant.now());
  }

  @Test
  void writesNullForWhatIsUnknown() throws IOException {
    ResultFiles.write(
        folder,
        new HostInfo("cpu", 2, "kernel", "amd64", "17", List.of(), 0, null, null, Instant.EPOCH));

    JsonNode host = new ObjectMapper().readTree(folder.resolve("host.json").toFile());
    assertThat(host.path("commit").isNull()).isTrue();
    assertThat(host.path("loadAverage").isNull()).isTrue();
  }
}
