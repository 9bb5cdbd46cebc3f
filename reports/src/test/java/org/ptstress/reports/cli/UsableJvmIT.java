package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.reports.verdict.ExitStatus;

/** Options that every JVM of the user takes, and that no child can do with. */
class UsableJvmIT {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-XX:+UseZGC | Multiple garbage collectors selected",
        "-XX:+UseParallelGC -XX:+UseNUMA | Multiple garbage collectors selected",
        "-Xms2g | Initial heap size",
        "-XX:+DisableAttachMechanism | it refuses to load an agent"
      })
  void areNamedInOneSentenceAndNothingBegins(String options, String why) throws Exception {
    Path folder = temp.resolve("run");
    PtstressJar.Ended ended =
        PtstressJar.runWith(options, "run", "--designs", "GlobalIdr", "--out", folder.toString());
    assertThat(ended.status()).as(ended.output()).isEqualTo(ExitStatus.INCOMPLETE);
    List<String> said =
        ended.output().lines().filter(line -> !line.startsWith("Picked up ")).toList();
    assertThat(said).as(ended.output()).hasSize(1);
    assertThat(said.get(0))
        .startsWith("ptstress: The JVM of ")
        .contains(why, "JAVA_TOOL_OPTIONS, whose value is \"" + options + "\"");
    assertThat(folder).doesNotExist();
  }
}
