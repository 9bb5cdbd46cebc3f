package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.ptstress.reports.page.Browser.Scheme;
import org.ptstress.reports.page.Browser.Screen;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;

/**
 * The page in a real browser, from disk. Each check that finds nothing on the page has a control
 * beside it: a page with a seeded fault, which it must find.
 */
class ReportBrowserIT {
  private static final Path FOLDER = Path.of("target", "browser");
  private static final Path ONE = FOLDER.resolve("one.html");
  private static final Path FULL = FOLDER.resolve("full.html");
  private static final Path SEVERAL = FOLDER.resolve("several.html");

  private static final String CURVES = "#latency figure:first-of-type .plot ";

  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    Files.createDirectories(FOLDER);
    ReportPage.write(List.of(run(Samples.QUICK)), ONE);
    ReportPage.write(List.of(run(Samples.STANDARD)), FULL);
    ReportPage.write(List.of(run(Samples.ODD), run(Samples.STOPPED)), SEVERAL);
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  void theConsoleIsSilent() {
    for (Path page : List.of(ONE, FULL, SEVERAL)) {
      browser.open(page, Screen.WIDE, Scheme.LIGHT);
      assertThat(browser.complaints()).as(page.toString()).isEmpty();
    }
  }

  @Test
  void theConsoleIsNotSilentWhereTheContentPolicyIsBroken() throws IOException {
    browser.open(
        seeded(
            "<img src='https://example.invalid/a.png' alt=''><script>document.title = 'run'</script>"),
        Screen.WIDE,
        Scheme.LIGHT);

    assertThat(browser.complaints())
        .anyMatch(complaint -> complaint.contains("img-src"))
        .anyMatch(complaint -> complaint.contains("script-src"));
    assertThat(browser.run("return document.title;")).asString().startsWith("ptstress: ");
  }

  @Test
  void theKeyboardReachesEverything() {
    browser.open(FULL, Screen.WIDE, Scheme.LIGHT);
    assertThat(browser.missedByTheKeyboard()).isEmpty();
    assertThat(browser.run("return [...reached][0].textContent;")).isEqualTo("Skip to the report");
  }

  @Test
  void theKeyboardReachesAChartThatIsExplored() {
    browser.open(ONE, Screen.WIDE, Scheme.LIGHT);
    browser.click(CURVES + ".explore");
    assertThat(browser.missedByTheKeyboard()).isEmpty();
    assertThat(
            browser.run(
                "return [...reached].filter(e => e.matches('.stage, .zooms button')).length;"))
        .isEqualTo(4L);
  }

  @Test
  void theKeyboardMissesWhatIsSeeded() throws IOException {
    browser.open(
        seeded(
            "<button tabindex=-1>lost</button>"
                + "<a href='#main' style='outline: none'>unmarked</a>"
                + "<pre tabindex=-1 style='width: 2rem; overflow: auto'>a long line of text</pre>"
                + "<table><tr><td><a href='#a'>one</a><tr><td><a href='#b'>other</a>"
                + "<tr><td><a href='#c' tabindex=-1>unlike</a></table>"),
        Screen.WIDE,
        Scheme.LIGHT);

    assertThat(browser.missedByTheKeyboard())
        .hasSize(4)
        .anyMatch(fault -> fault.startsWith("not reached: <button"))
        .anyMatch(fault -> fault.startsWith("not reached: <a") && fault.contains("unlike"))
        .anyMatch(fault -> fault.startsWith("not reached: <pre"))
        .anyMatch(fault -> fault.startsWith("focus cannot be seen: <a"));
  }

  @Test
  void nobodyIsShutOut() {
    browser.open(ONE, Screen.WIDE, Scheme.LIGHT);
    browser.click(CURVES + ".explore");
    assertThat(browser.seriousFaults()).isEmpty();
  }

  @Test
  void nobodyIsShutOutOnAPhoneInTheDark() {
    // Several runs have every kind of verdict, and less to unfold.
    browser.open(SEVERAL, Screen.PHONE, Scheme.DARK);
    assertThat(browser.seriousFaults()).isEmpty();
  }

  /** The parts that the other samples lack, and what has colours, in the other schemes. */
  @Test
  void nobodyIsShutOutOfTheRest() {
    browser.open(FULL, Screen.WIDE, Scheme.DARK);
    assertThat(browser.seriousFaults("#costs", "#replay", "#faults")).isEmpty();
    browser.open(FULL, Screen.PHONE, Scheme.LIGHT);
    assertThat(browser.seriousFaults("#costs", "#replay", "#faults", "#throughput")).isEmpty();
    browser.open(SEVERAL, Screen.PHONE, Scheme.LIGHT);
    assertThat(browser.seriousFaults("#changes", "nav")).isEmpty();
  }

  /** Rows that are alike are looked at once, and those that differ each. */
  @Test
  void whoIsShutOutOfOneRowIsFound() throws IOException {
    String row = "<tr><td>words</td></tr>";
    browser.open(
        seeded(
            "<table>" + row + row + row.replace("<td>", "<td style='color: #999'>") + "</table>"),
        Screen.WIDE,
        Scheme.LIGHT);

    assertThat(browser.seriousFaults())
        .singleElement()
        .asString()
        .startsWith("color-contrast: <td style=");
  }

  /** A part is really looked at. */
  @Test
  void whoIsShutOutOfAPartIsFound() throws IOException {
    browser.open(
        seeded("<p id=part><button></button></p><svg role=img></svg>"), Screen.WIDE, Scheme.LIGHT);
    assertThat(browser.seriousFaults("#part")).singleElement().asString().startsWith("button-name");
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void whoIsShutOutIsFound(Scheme scheme) throws IOException {
    browser.open(
        seeded(
            "<p style='color: light-dark(#999, #555)'>grey</p><button></button><svg role=img></svg>"),
        Screen.WIDE,
        scheme);

    assertThat(browser.seriousFaults())
        .anyMatch(fault -> fault.startsWith("color-contrast"))
        .anyMatch(fault -> fault.startsWith("button-name"))
        .anyMatch(fault -> fault.startsWith("svg-img-alt"));
  }

  @Test
  void aPhoneScrollsInOneDirection() throws IOException {
    for (Path page : List.of(ONE, FULL, SEVERAL)) {
      browser.open(page, Screen.PHONE, Scheme.LIGHT);
      assertThat(browser.widerThanTheScreen()).as(page.toString()).isEmpty();
    }

    browser.open(seeded("<p style='width: 500px'>wide</p>"), Screen.PHONE, Scheme.LIGHT);
    assertThat(browser.widerThanTheScreen()).anyMatch(fault -> fault.contains("width: 500px"));
  }

  @Test
  void darkIsDark() throws IOException {
    for (Scheme scheme : Scheme.values()) {
      for (Screen screen : Screen.values()) {
        browser.open(ONE, screen, scheme);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor;"))
            .isEqualTo(scheme == Scheme.DARK ? "rgb(17, 19, 22)" : "rgb(251, 251, 249)");
        browser.picture(FOLDER.resolve(scheme + "-" + screen + ".png"));
      }
    }
  }

  @Test
  void aCurveIsExplored() throws IOException {
    browser.open(ONE, Screen.WIDE, Scheme.LIGHT);
    assertThat(browser.isSeen(CURVES + "canvas")).isFalse();
    browser.click(CURVES + ".explore");
    assertThat(browser.isSeen(CURVES + "canvas")).isTrue();
    assertThat(browser.isSeen(CURVES + "svg.chart")).isFalse();

    browser.pointAt(CURVES + ".u-over", 0.3, 0.5);
    assertThat(browser.text(CURVES + ".readout")).matches("\\w+ p9[\\d.]+: [\\d.]+ [nµm]?s");

    browser.drag(CURVES + ".u-over", 0.3, 0.2, 0.6, 0.8);
    assertThat(browser.text(CURVES + ".readout"))
        .matches("In view: p9[\\d.]+ to p99[\\d.]*, [\\d.]+ [nµm]?s to [\\d.]+ [nµm]?s\\.");
    browser.picture(FOLDER.resolve("curve.png"));
    browser.click(CURVES + ".zoom-reset");
    assertThat(browser.text(CURVES + ".readout")).startsWith("In view: p50 to max, ");

    browser.run("document.querySelector(arguments[0]).focus(); return 0;", CURVES + ".stage");
    browser.press(Keys.ARROW_RIGHT, 4);
    String first = browser.text(CURVES + ".readout");
    browser.press(Keys.ARROW_DOWN, 1);
    assertThat(browser.text(CURVES + ".readout")).contains(": ").isNotEqualTo(first);
    browser.press("+", 1);
    assertThat(browser.text(CURVES + ".readout")).startsWith("In view: p");

    browser.medium("print");
    assertThat(browser.isSeen(CURVES + "svg.chart")).isTrue();
    assertThat(browser.isSeen(CURVES + "canvas")).isFalse();
    browser.medium("");
    browser.click(CURVES + ".explore");
    assertThat(browser.isSeen(CURVES + "svg.chart")).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theKeysFindAPointAlsoAfterZooming() {
    browser.open(ONE, Screen.WIDE, Scheme.LIGHT);
    browser.click(CURVES + ".explore");
    assertThat(browser.text(CURVES + ".readout")).contains("Keys: arrows");
    // The chart has the focus: nothing lies between the button and the keys.
    browser.press("+", 2);
    assertThat(browser.text(CURVES + ".readout")).startsWith("In view: p");
    browser.press(Keys.ARROW_RIGHT, 1);
    String first = browser.text(CURVES + ".readout");
    assertThat(first).matches("\\w+ p9[\\d.]+: [\\d.]+ [nµm]?s");
    browser.press(Keys.ARROW_RIGHT, 1);
    assertThat(browser.text(CURVES + ".readout")).matches("\\w+ p9[\\d.]+: .*").isNotEqualTo(first);
  }

  @Test
  void aLineIsHidden() throws IOException {
    String lines = "#throughput figure:first-child .plot ";
    String line = lines + "svg.chart g.series:nth-of-type(1) .line";
    browser.open(ONE, Screen.WIDE, Scheme.DARK);
    assertThat(browser.isSeen(line)).isTrue();
    browser.click(lines + ".explore");
    assertThat(inked(lines)).isPositive();
    browser.click(lines + ".key");
    assertThat(inked(lines)).isZero();
    browser.picture(FOLDER.resolve("lines.png"));

    browser.click(lines + ".explore");
    assertThat(browser.isSeen(line)).isFalse();
    assertThat(browser.isSeen(line.replace("(1)", "(2)"))).isTrue();
    browser.click(lines + ".key");
    assertThat(browser.isSeen(line)).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  /** How many points of a canvas have the colour of the first line. */
  private static long inked(String plot) {
    return (Long)
        browser.run(
            """
            const plot = document.querySelector(arguments[0]);
            const colour = getComputedStyle(plot.querySelector('.key')).getPropertyValue('--c');
            const [r, g, b] = colour.trim().match(/\\w\\w/g).map(hex => parseInt(hex, 16));
            const canvas = plot.querySelector('canvas');
            const copy = new OffscreenCanvas(canvas.width, canvas.height);
            const context = copy.getContext('2d', {willReadFrequently: true});
            context.drawImage(canvas, 0, 0);
            const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
            let inked = 0;
            for (let i = 0; i < data.length; i += 4) {
              inked += data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255;
            }
            return inked;
            """,
            plot);
  }

  @Test
  void nothingIsMissingWithoutScripts() throws IOException {
    Document page = Jsoup.parse(ONE);
    page.select("script:not([type])").remove();
    Path bare = Files.writeString(FOLDER.resolve("bare.html"), page.outerHtml());

    browser.open(bare, Screen.WIDE, Scheme.LIGHT);
    assertThat(browser.isSeen(CURVES + "svg.chart .line")).isTrue();
    assertThat(browser.isSeen("#latency table td")).isTrue();
    assertThat(browser.isSeen("button")).isFalse();

    browser.open(ONE, Screen.WIDE, Scheme.LIGHT);
    assertThat(browser.isSeen("button")).isTrue();
  }

  private static RunFolder run(String sample) throws IOException {
    return RunFolder.read(Samples.folder(sample));
  }

  /** The page of one run with something else in place of its sections. */
  private static Path seeded(String fault) throws IOException {
    Document page = Jsoup.parse(ONE);
    page.expectFirst("main").html("<h1>Seeded</h1>" + fault);
    return Files.writeString(FOLDER.resolve("seeded.html"), page.outerHtml());
  }
}
