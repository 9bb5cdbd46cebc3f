package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.kernel.KernelJudge;

/** docs/fidelity.md is what the command prints, and what it names is there. */
class FidelityTextTest {
  private static final Path DOCS = Path.of("..", "docs");

  @TempDir private Path temp;

  @Test
  void theDocumentIsWhatTheCommandPrints() throws IOException {
    assertThat(DOCS.resolve("fidelity.md"))
        .hasContent(new FidelityText(ResultFiles.readKernel(DOCS)).toString());
  }

  @Test
  void theDocumentHasNoDifference() throws IOException {
    List<KernelResult> rows = ResultFiles.readKernel(DOCS);
    assertThat(rows).isNotEmpty().noneMatch(KernelResult::differs);
    assertThat(rows)
        .filteredOn(row -> row.comparison().equals(KernelResult.SCRIPTS))
        .isNotEmpty()
        .allMatch(row -> row.status() == RunStatus.RUN && row.samples() >= 50_000);
    assertThat(rows)
        .filteredOn(row -> row.isRace() && row.status() == RunStatus.RUN)
        .extracting(KernelResult::comparison)
        .containsAll(KernelJudge.races());
  }

  @Test
  void everyTestThatHoldsADeviationExists() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(FidelityText.DEVIATIONS)
          .allMatch(deviation -> names.contains(deviation.test() + ".java"));
    }
  }

  @Test
  void aDifferenceIsShown() {
    KernelResult row =
        new KernelResult(
            "6.18",
            "A",
            "Scripts",
            RunStatus.RUN,
            "",
            1,
            1,
            List.of(),
            List.of("0 create 0 gives 0"));
    assertThat(new FidelityText(List.of(row)).toString())
        .contains("| 6.18 | A | random scripts | 1 | **different**: 0 create 0 gives 0 |");
  }

  @Test
  void aFolderWithoutComparisonsAddsNothing() throws IOException {
    assertThat(ResultFiles.readKernel(temp)).isEmpty();
  }
}
