package org.ptstress.reports.page.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.page.ReportPage;
import org.ptstress.reports.page.verdict.DemandView.Figure;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.RunFolder;

/** The exact figures of the page, from the counts of the baseline. */
class CountedFiguresTest {
  private static final List<String> DESIGNS = List.of("RfcHash", "GlobalIdr", "Gone");

  @TempDir private Path temp;

  @Test
  void namesWhatFindsShare() throws IOException {
    assertThat(counted(baseline().costs()).sharedByFinds().figures())
        .extracting(Figure::design, Figure::value, Figure::note)
        .containsExactly(
            tuple("RfcHash", "2", "table.hashLock.nextTicket, table.hashLock.serving"),
            tuple("GlobalIdr", "none", ""));
  }

  @Test
  void saysHowLoadsGrow() throws IOException {
    assertThat(counted(baseline().costs()).growth().figures())
        .extracting(Figure::design, Figure::value)
        .containsExactly(tuple("RfcHash", "17 and 279"), tuple("GlobalIdr", "17 and 21"));
  }

  @Test
  void whatWasNotRecordedHasNoFigure() {
    List<DesignCosts> none = List.of(DesignCosts.none("RfcHash", "the record is incomplete"));
    assertThat(counted(none).sharedByFinds().figures()).isEmpty();
    assertThat(counted(List.of()).growth().missing()).isNotEmpty();
  }

  @Test
  void thePageAnswersWithThemFirstAndHasEveryPair() throws IOException {
    Path index = temp.resolve("index.html");
    ReportPage.write(List.of(baseline()), index);
    Document page = Jsoup.parse(index);
    assertThat(page.select(".decision").eachText())
        .anyMatch(text -> text.contains("table.hashLock.serving) for RfcHash, against none"))
        .anyMatch(text -> text.matches(".* 17 and 279 \\(.*\\) for RfcHash, against 17 and 21 .*"));
    String anchor = page.select(".decision a[href^=#pairs-]").get(0).attr("href");
    assertThat(page.select(anchor + " td").eachText()).contains("design", "interface");
    assertThat(page.select(anchor + " th code").eachText()).contains("table.hashLock.serving");
    assertThat(page.select("#pairs details")).hasSameSizeAs(baseline().run().designs());
  }

  private static CountedFigures counted(List<DesignCosts> costs) {
    return new CountedFigures(costs, DESIGNS, "");
  }

  private static RunFolder baseline() throws IOException {
    return RunFolder.read(Path.of("baseline"));
  }
}
