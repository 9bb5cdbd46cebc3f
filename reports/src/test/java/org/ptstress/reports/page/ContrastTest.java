package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** WCAG 2 asks for a contrast of 4.5 of text and of 3 of what a chart is read from. */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
  private static final List<String> GROUNDS = List.of("bg", "surface", "sunken");

  @Test
  void textCanBeReadInLightAndDark() {
    String css = Jsoup.parse(Templates.fill("style.jte", Map.of())).expectFirst("style").data();
    int dark = css.indexOf("prefers-color-scheme: dark");
    Map<String, Integer> light = colours(css.substring(0, dark));
    Map<String, Integer> darkened = new HashMap<>(light);
    darkened.putAll(colours(css.substring(dark)));

    for (Map<String, Integer> scheme : List.of(light, darkened)) {
      for (String ground : GROUNDS) {
        atLeast(4.5, scheme, "ink", ground);
        atLeast(4.5, scheme, "muted", ground);
        atLeast(4.5, scheme, "accent", ground);
        atLeast(4.5, scheme, "alarm", ground);
        for (int i = 0; i < 10; i++) {
          atLeast(4.5, scheme, "s" + i, ground);
        }
        atLeast(3, scheme, "control", ground);
      }
      for (String state : List.of("holds", "bug", "contradicted")) {
        atLeast(4.5, scheme, state, state + "-bg");
      }
      atLeast(4.5, scheme, "gap", "gap-bg");
      atLeast(4.5, scheme, "gap", "gap-hatch");
      atLeast(3, scheme, "contradicted-bg", "surface");
    }
  }

  private static void atLeast(double least, Map<String, Integer> scheme, String ink, String on) {
    assertThat(contrast(scheme.getOrDefault(ink, 0), scheme.getOrDefault(on, 0)))
        .as("%s on %s in %s", ink, on, scheme)
        .isGreaterThanOrEqualTo(least);
  }

  private static Map<String, Integer> colours(String css) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
