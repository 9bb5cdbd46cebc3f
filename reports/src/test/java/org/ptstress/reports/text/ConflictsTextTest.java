package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;

class ConflictsTextTest {
  private static final String CULPRIT = "table.hashLock";

  @Test
  void wholeCountsDecideTheirClaims() throws IOException {
    assertThat(printed(of("RfcHash")))
        .containsPattern("SCALABLE_FIND +broken: ")
        .contains(CULPRIT)
        .doesNotContain("no verdict", "CUT_SHORT", "NOT_RUN");
    assertThat(printed(of("BucketLockHash"))).containsPattern("SCALABLE_FIND +holds: ");
  }

  /** What was counted breaks a claim; that the rest is missing confirms none that needs it. */
  @Test
  void countsThatWereCutShortShowWhatIsThere() throws IOException {
    assertThat(printed(of("RfcHash").cutShort("out of time")))
        .contains("CUT_SHORT: out of time", CULPRIT)
        .containsPattern("SCALABLE_FIND +broken: ");
    assertThat(printed(of("BucketLockHash").cutShort("out of time")))
        .containsPattern("SCALABLE_FIND +no verdict: out of time")
        .containsPattern("BOUNDED_SEARCH +holds: ")
        .containsOnlyOnce("holds: ");
  }

  @Test
  void countsOfNothingSayWhy() {
    assertThat(printed(DesignCosts.none("A", "out of time")))
        .isEqualToNormalizingNewlines("A\n  NOT_RUN: out of time\n\n");
  }

  private static DesignCosts of(String design) throws IOException {
    List<DesignCosts> all = ResultFiles.readCosts(Path.of("baseline"));
    return all.stream().filter(each -> each.design().equals(design)).findFirst().orElseThrow();
  }

  private static String printed(DesignCosts costs) {
    StringWriter text = new StringWriter();
    new ConflictsText(costs).print(new PrintWriter(text));
    return text.toString();
  }
}
