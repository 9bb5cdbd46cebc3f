package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.FaultView.Outcome;
import org.ptstress.reports.result.FaultRow;

class FaultBuilderTest {
  private static FaultView.Cell check(String expected, boolean killed, long tries) {
    FaultRow row = new FaultRow("AnyFault", "CHECK", expected, killed, 1, tries, "");
    return FaultBuilder.views(List.of(row)).get(0).cells().get(0);
  }

  @Test
  void aToolThatNeverLookedDidNotRun() {
    for (String expected : List.of("KILLED", "SURVIVES", "WEAK_MEMORY_ONLY")) {
      assertThat(check(expected, false, 0).text()).isEqualTo("not run");
      assertThat(check(expected, false, 0).outcome()).isEqualTo(Outcome.NOT_RUN);
    }
  }

  @Test
  void aToolThatLookedInVainSaysSo() {
    assertThat(check("KILLED", false, 9).text()).isEqualTo("MISSED");
    assertThat(check("KILLED", false, 9).outcome()).isEqualTo(Outcome.MISSED);
    assertThat(check("SURVIVES", false, 9).outcome()).isEqualTo(Outcome.AS_EXPECTED);
    assertThat(check("SURVIVES", false, 9).text()).isEqualTo("survives");
    assertThat(check("DOES_NOT_APPLY", false, 0).text()).isEqualTo("n/a");
    assertThat(check("KILLED", true, 9).text()).startsWith("killed, ");
  }
}
