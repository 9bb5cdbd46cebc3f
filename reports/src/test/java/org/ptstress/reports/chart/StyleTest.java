package org.ptstress.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StyleTest {
  /** The catalogue has 14 designs. */
  private static final int DESIGNS = 14;

  @Test
  void linesAreToldApartWithoutColours() {
    Set<String> looks = new HashSet<>();
    for (int i = 0; i < DESIGNS; i++) {
      Style style = Style.of(i);
      assertThat(looks.add(style.mark() + style.cssClass().endsWith(" dashed"))).isTrue();
    }
  }
}
