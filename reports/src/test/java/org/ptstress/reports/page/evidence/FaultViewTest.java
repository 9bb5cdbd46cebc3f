package org.ptstress.reports.page.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.evidence.FaultView.Outcome;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Tool;

class FaultViewTest {
  private static FaultView.Cell check(Expected expected, boolean killed, long tries) {
    FaultRow row = new FaultRow("AnyFault", Tool.CHECK, expected, killed, null, 1, tries, "");
    return FaultView.of(List.of(row)).get(0).cells().get(0);
  }

  @Test
  void aToolThatNeverLookedDidNotRun() {
    for (Expected expected : List.of(Expected.KILLED, Expected.SURVIVES)) {
      assertThat(check(expected, false, 0).text()).isEqualTo("not run");
      assertThat(check(expected, false, 0).outcome()).isEqualTo(Outcome.NOT_RUN);
    }
  }

  @Test
  void aToolThatLookedInVainSaysSo() {
    assertThat(check(Expected.KILLED, false, 9).text()).isEqualTo("MISSED");
    assertThat(check(Expected.KILLED, false, 9).outcome()).isEqualTo(Outcome.MISSED);
    assertThat(check(Expected.BY_CHANCE, false, 9).outcome()).isEqualTo(Outcome.AS_EXPECTED);
    assertThat(check(Expected.SURVIVES, false, 9).outcome()).isEqualTo(Outcome.AS_EXPECTED);
    assertThat(check(Expected.SURVIVES, false, 9).text()).isEqualTo("survives");
    assertThat(check(Expected.DOES_NOT_APPLY, false, 0).text()).isEqualTo("n/a");
    assertThat(check(Expected.KILLED, true, 9).text()).startsWith("killed, ");
  }
}
