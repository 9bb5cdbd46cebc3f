package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;

class SummaryTest {
  @TempDir private Path temp;

  @Test
  void isWhatItWas() throws IOException {
    Path summary = temp.resolve("summary.md");
    Summary.write(List.of(RunFolder.read(Samples.folder(Samples.ODD))), summary);

    assertThat(Files.readString(summary))
        .isEqualTo(Files.readString(Samples.folder(Samples.ODD).resolve("expected-summary.md")));
  }

  @Test
  void staysShortHoweverManyRuns() throws IOException {
    RunFolder run = RunFolder.read(Samples.folder(Samples.ODD));
    PageView page = PageView.of(Collections.nCopies(60, run), temp.resolve("summary.md"));

    String text = Summary.text(page);

    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(Summary.LIMIT);
    assertThat(text).startsWith("# ptstress: 2040 confirmed, 120 contradicted, 840 not run");
  }

  @Test
  void escapesMarkdownAndCutsLongTexts() throws IOException {
    RunFolder run = RunFolder.read(Samples.folder(Samples.QUICK));
    SummaryView view = new SummaryView(PageView.of(List.of(run), temp.resolve("summary.md")), 1);

    assertThat(view.text("a|b_c*d`e\n[f](g)")).isEqualTo("a\\|b\\_c\\*d\\`e \\[f\\](g)");
    assertThat(view.text("x".repeat(1000))).hasSize(241).endsWith("…");
  }
}
