package org.ptstress.reports.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.RunFolder;

/** How well the projection does, by the counts of the baseline: they are the same everywhere. */
class ValidationTest {
  private static List<DesignCosts> baseline = List.of();

  @BeforeAll
  static void read() throws IOException {
    baseline = RunFolder.read(Path.of("baseline")).costs();
  }

  private static DesignCosts costs(int column) {
    return baseline.stream()
        .filter(costs -> costs.design().equals(Published.COLUMNS.get(column)))
        .findFirst()
        .orElseThrow();
  }

  private static double error(double line) {
    Machine machine = Machine.with(line);
    return Published.LETTER.stream()
        .filter(Published::isCrowd)
        .mapToDouble(
            each ->
                Validation.millis(costs(Published.MAINLINE), each, Published.MAINLINE, machine)
                        .orElseThrow()
                    / each.millis().get(Published.MAINLINE))
        .map(factor -> Math.log(factor) * Math.log(factor))
        .sum();
  }

  @Test
  void theCostOfALineIsWhatFitsMainlineBest() {
    assertThat(IntStream.rangeClosed(20, 300).boxed().min(this::compare))
        .hasValue((int) Machine.OF_2025.line());
  }

  private int compare(int one, int other) {
    return Double.compare(error(one), error(other));
  }

  /** Projected over published. Only the first column of the last six lines was fitted. */
  @ParameterizedTest
  @CsvSource({
    "0, 2.45, 1.48",
    "1, 3.20, 1.81",
    "2, 3.85, 1.70",
    "3, 3.88, 1.96",
    "4, 5.00, 2.73",
    "5, 4.60, 3.18",
    "6, 1.02, 0.93",
    "7, 1.17, 0.73",
    "8, 1.11, 1.73",
    "9, 1.12, 1.38",
    "10, 0.68, 0.71",
    "11, 0.66, 0.14",
  })
  void isSoFarFromThePublishedTable(int number, double mainline, double newHash) {
    Published line = Published.LETTER.get(number);
    assertThat(factor(line, Published.MAINLINE)).isCloseTo(mainline, within(0.01));
    assertThat(factor(line, Published.NEW_HASH)).isCloseTo(newHash, within(0.01));
    assertThat(Validation.isFitted(line, Published.MAINLINE)).isEqualTo(number >= 6);
    assertThat(Validation.isFitted(line, Published.NEW_HASH)).isFalse();
  }

  private static double factor(Published line, int column) {
    return Validation.millis(costs(column), line, column).orElseThrow() / line.millis().get(column);
  }

  /** What the model lacks explains the worst cell. */
  @Test
  void oneCounterOfSignalsForAllProcessesHoldsTheNewHashUp() {
    Published loop = Published.LETTER.get(11);
    double millis =
        Validation.millisWithOneCounter(costs(Published.NEW_HASH), loop, Published.NEW_HASH)
            .orElseThrow();
    assertThat(millis / loop.millis().get(Published.NEW_HASH)).isCloseTo(1.50, within(0.01));
  }
}
