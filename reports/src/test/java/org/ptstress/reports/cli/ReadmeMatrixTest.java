package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;

/** The matrix in README says of every claim and design what the catalogue says. */
class ReadmeMatrixTest {
  private static final Path README = Path.of("../README.md");

  @Test
  void theMatrixIsTheCatalogue() throws IOException {
    assertThat(Files.readAllLines(README)).containsSequence(matrix(Designs.all()));
  }

  @Test
  void aMatrixWithoutADesignIsAnother() throws IOException {
    List<Design> fewer = Designs.all().subList(1, Designs.all().size());
    assertThat(Files.readString(README)).doesNotContain(String.join("\n", matrix(fewer)));
  }

  private static List<String> matrix(List<Design> designs) {
    String head = row("claim", designs.stream().map(design -> "`" + design.name() + "`"));
    String line = "|" + "---|".repeat(designs.size() + 1);
    return Stream.concat(
            Stream.of(head, line),
            Arrays.stream(Claim.values())
                .map(
                    claim ->
                        row(
                            claim.name(),
                            designs.stream()
                                .map(design -> word(design.promises().on(claim).expectation())))))
        .toList();
  }

  private static String row(String name, Stream<String> cells) {
    return "| " + name + " | " + cells.collect(Collectors.joining(" | ")) + " |";
  }

  private static String word(Expectation expectation) {
    return switch (expectation) {
      case HOLDS -> "holds";
      case BROKEN -> "**breaks**";
      case BROKEN_ON_WEAK_MEMORY -> "**on weak memory**";
      case DOES_NOT_APPLY -> "n/a";
    };
  }
}
