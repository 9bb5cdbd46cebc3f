package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.stress.exploration.LitmusRow;

class LitmusTextTest {
  @Test
  void outcomesAreListedWithWhatIsWrong() {
    StringWriter out = new StringWriter();
    new LitmusText(
            List.of(
                new LitmusRow("LB", "opaque", Set.of("00"), Set.of("00"), Set.of("11"), 7),
                new LitmusRow(
                    "MP", "volatile", Set.of("00", "10"), Set.of("00", "01"), Set.of(), 9)))
        .print(new PrintWriter(out));
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("exact +LB +opaque +7 +00 +00 +11"))
        .anyMatch(line -> line.matches("NOT EXACT +MP +volatile +9 +00 10 +00 01 *"))
        .contains("          missing: 01", "          one too many: 10")
        .anyMatch(line -> line.startsWith("1 of 2 tests have exactly"))
        .anyMatch(line -> line.contains("in 16 executions"));
  }
}
