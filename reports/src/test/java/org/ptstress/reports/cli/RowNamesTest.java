package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.bench.fork.Benchmarks;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.result.Profile;

/** What is printed of a row is what {@code --benchmarks} takes. */
class RowNamesTest {
  /** Between them they have every benchmark. */
  private static final List<String> DESIGNS = List.of("GlobalIdr", "SelfHashingSlots");

  @ParameterizedTest
  @EnumSource(names = {"QUICK", "STANDARD", "TOUGH"})
  void theNameOfARowChoosesIt(Profile profile) {
    for (Row row : Benchmarks.rows(profile, DESIGNS)) {
      assertThat(JarGate.rows(Pattern.compile(row.toString()), DESIGNS))
          .as("%s", row)
          .containsExactly(row);
    }
  }

  @Test
  void noBenchmarkIsLeftOut() {
    assertThat(benchmarks(DESIGNS))
        .isEqualTo(benchmarks(Designs.all().stream().map(Design::name).toList()));
  }

  private static Set<String> benchmarks(List<String> designs) {
    return Stream.of(Profile.QUICK, Profile.STANDARD, Profile.TOUGH)
        .flatMap(profile -> Benchmarks.rows(profile, designs).stream())
        .map(Row::benchmark)
        .collect(Collectors.toSet());
  }
}
