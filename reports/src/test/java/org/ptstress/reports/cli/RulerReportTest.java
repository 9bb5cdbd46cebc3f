package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.ruler.Rounds;
import org.ptstress.run.result.Row;

/** Everything of the ruler but its forks. */
class RulerReportTest {
  private final Random random = new Random(2012);
  private final StringWriter terminal = new StringWriter();
  private final Rounds rounds = new Rounds(new Row("org.example.B.find", "A", 0, 1));

  @TempDir private Path folder;

  private int publish(int count, boolean parallel) throws Exception {
    for (int i = 0; i < count; i++) {
      rounds.measure(
          slot -> {
            double noise = Math.exp(0.01 * random.nextGaussian());
            double score = 1e6 * noise / (1 + slot.percent() / 100.0);
            return new ForkScores(List.of(score, score * 1.001), 1, parallel);
          });
    }
    return RulerReport.publish(List.of(rounds), folder, new PrintWriter(terminal));
  }

  @Test
  void theFileHasTheKeysThatAreDocumented() throws Exception {
    assertThat(publish(40, true)).isZero();
    JsonNode rows = new ObjectMapper().readTree(folder.resolve("ruler.json").toFile());
    assertThat(rows).hasSize(4 * 4);
    assertThat(rows.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "benchmark",
            "rule",
            "slowdownPercent",
            "pairs",
            "verdicts",
            "flagged",
            "inconclusive",
            "low",
            "high");
    JsonNode ten =
        StreamSupport.stream(rows.spliterator(), false)
            .filter(row -> row.path("rule").asText().equals("gate"))
            .filter(row -> row.path("slowdownPercent").asInt() == 10)
            .findFirst()
            .orElseThrow();
    assertThat(ten.path("flagged").asInt()).isEqualTo(ten.path("verdicts").asInt()).isEqualTo(40);
    assertThat(terminal.toString())
        .contains("B.find of A at 1 thread: 40 rounds, 0 more spoilt")
        .containsPattern("gate +10 % slower: flagged 100.0 %")
        .contains("Measured: 16 rates. Report: " + folder.resolve("ruler.json"));
  }

  @Test
  void spoiltRoundsMakeItIncomplete() throws Exception {
    assertThat(publish(40, false)).isEqualTo(3);
    assertThat(terminal.toString()).contains("Incomplete: too many rounds were spoilt");
  }
}
