package org.ptstress.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser without a window, and what is asked of a page in it. Each question is a method that
 * lists faults, so that a test can also hold it against a page with a seeded one.
 */
final class Browser implements AutoCloseable {
  /** The driver of the distribution's package; the build asks for the same file. */
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  /** Between a desk and a phone. */
  enum Screen {
    WIDE(1280, 900),
    PHONE(360, 740);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** What a page is asked to look like. */
  enum Scheme {
    LIGHT,
    DARK
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int TABS_AT_ONCE = 40;
  private static final int MOST_TABS = 4_000;

  // Of rows of a part that differ only in their words and links one stands for all: a page has
  // thousands, and both the Tab key and axe take milliseconds for each.
  private static final String ONE_ROW_OF_A_KIND =
      """
      const seen = new Set();
      document.querySelectorAll('tbody tr').forEach(row => {
        const shape = row.closest('section')?.id + row.outerHTML
            .replace(/>\\s*[^<\\s][^<]*</g, '>words<')
            .replace(/ (href|title|d)="[^"]*"/g, '');
        if (seen.has(shape)) {
          row.remove();
        }
        seen.add(shape);
      });
      """;

  // What can be operated or scrolled, and is not hidden: a closed <details> hides its content.
  private static final String WATCH_FOCUS =
      """
      window.reached = new Set();
      window.marked = new Set();
      // Once is enough: where the focus wraps round, the browser now and then shows it a little later.
      const look = element => {
        reached.add(element);
        if (getComputedStyle(element).outlineStyle !== 'none') {
          marked.add(element);
        }
      };
      document.addEventListener('focusin', event => look(event.target));
      document.addEventListener('keyup', () => {
        if (document.activeElement !== document.body) {
          look(document.activeElement);
        }
      });
      document.activeElement.blur();
      """;
  private static final String MISSED =
      """
      const scrolls = element => {
        const style = getComputedStyle(element);
        return (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth)
            || (/auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight);
      };
      const name = element => element.outerHTML.slice(0, 120);
      const wanted = [...document.body.querySelectorAll('*')].filter(element =>
          element.checkVisibility({visibilityProperty: true})
          && (element.matches('a[href], button, summary, [tabindex="0"]') || scrolls(element)));
      return wanted.filter(element => !reached.has(element))
          .map(element => 'not reached: ' + name(element))
          .concat([...reached].filter(element => !marked.has(element))
              .map(element => 'focus cannot be seen: ' + name(element)));
      """;
  private static final String SERIOUS =
      """
      const done = arguments[arguments.length - 1];
      document.querySelectorAll('details').forEach(details => { details.open = true; });
      const parts = arguments[0];
      const context = parts.length > 0 ? {include: parts.map(part => [part])} : document;
      axe.run(context, {resultTypes: ['violations'], preload: false, iframes: false}).then(
          results => done(results.violations
              .filter(violation => ['serious', 'critical'].includes(violation.impact))
              .flatMap(violation => violation.nodes.map(node =>
                  violation.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))),
          error => done(['axe did not run: ' + error]));
      """;
  private static final String BESIDE =
      """
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) {
        return [];
      }
      // What scrolls by itself, or is cut off, makes nothing wider.
      const held = element => element !== document.body
          && (getComputedStyle(element).overflowX !== 'visible' || held(element.parentElement));
      return [...document.body.querySelectorAll('*')]
          .filter(element => element.getBoundingClientRect().right > width + 1)
          .filter(element => !held(element.parentElement))
          .map(element => 'wider than the screen: ' + element.outerHTML.slice(0, 120));
      """;

  private static final String LOADED =
      "return location.href === arguments[0] && document.readyState === 'complete';";

  private static final String SEEN =
      """
      return [...document.querySelectorAll(arguments[0])].some(element => {
        const {width, height} = element.getBoundingClientRect();
        return element.checkVisibility({visibilityProperty: true}) && width + height > 0;
      });
      """;

  private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");
  private static final String AXE = script("/axe.min.js");

  private final ChromeDriver driver;

  Browser() throws IOException {
    // It warns of every browser that is newer than itself.
    DRIVER_LOG.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--user-data-dir="
            + Files.createTempDirectory(Path.of("target"), "browser-").toAbsolutePath());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  private static Path browser() {
    return BROWSERS.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    DRIVER
                        + " is installed, but none of "
                        + BROWSERS
                        + " is: install the package chromium."));
  }

  void open(Path page, Screen screen, Scheme scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width,
            "height",
            screen.height,
            "deviceScaleFactor",
            1,
            "mobile",
            screen == Screen.PHONE));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    scheme == Scheme.DARK ? "dark" : "light"))));
    driver.get("about:blank");
    complaints();
    String address = page.toUri().toString();
    driver.get(address);
    // The driver returns early about once in 60 pages: before the page's own scripts have run.
    new WebDriverWait(driver, PATIENCE).until(anything -> run(LOADED, address).equals(true));
  }

  /** What the browser complained about since the page was opened: errors and warnings. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getLevel() + ": " + entry.getMessage())
        .toList();
  }

  /** What cannot be reached by the Tab key alone, or does not show that it has been. */
  List<String> missedByTheKeyboard() {
    run(ONE_ROW_OF_A_KIND);
    run(WATCH_FOCUS);
    for (int pressed = 0; pressed < MOST_TABS; pressed += TABS_AT_ONCE) {
      Object before = run("return reached.size;");
      press(Keys.TAB, TABS_AT_ONCE);
      if (before.equals(run("return reached.size;"))) {
        break;
      }
    }
    return list(run(MISSED));
  }

  /** What axe-core finds serious or critical in parts of the page, or all of it, unfolded. */
  List<String> seriousFaults(String... parts) {
    driver.executeScript(AXE);
    run(ONE_ROW_OF_A_KIND);
    return list(Objects.requireNonNull(driver.executeAsyncScript(SERIOUS, List.of(parts))));
  }

  /** What makes the page wider than the screen. */
  List<String> widerThanTheScreen() {
    return list(run(BESIDE));
  }

  void press(CharSequence key, int times) {
    Actions actions = new Actions(driver);
    for (int i = 0; i < times; i++) {
      actions.sendKeys(key);
    }
    actions.perform();
  }

  /** Moves the pointer over an element, at a share of its width and height. */
  void pointAt(String selector, double x, double y) {
    move(new Actions(driver), selector, x, y).perform();
  }

  /** Drags the pointer from one place over an element to another. */
  void drag(String selector, double fromX, double fromY, double toX, double toY) {
    Actions actions = move(new Actions(driver), selector, fromX, fromY).clickAndHold();
    move(move(actions, selector, (fromX + toX) / 2, (fromY + toY) / 2), selector, toX, toY)
        .release()
        .perform();
  }

  // From the middle of the element, as the driver counts.
  private Actions move(Actions actions, String selector, double x, double y) {
    WebElement element = find(selector);
    Dimension size = element.getSize();
    return actions.moveToElement(
        element, (int) ((x - 0.5) * size.getWidth()), (int) ((y - 0.5) * size.getHeight()));
  }

  void click(String selector) {
    find(selector).click();
  }

  String text(String selector) {
    return find(selector).getText();
  }

  /** Whether an element is rendered, anywhere on the page. */
  boolean isSeen(String selector) {
    return (Boolean) run(SEEN, selector);
  }

  private WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Looks at the page as it is on screen or on paper. */
  void medium(String medium) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  /** Runs a script in the page, which must return something. */
  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript(script, arguments), "nothing");
  }

  /** Writes a picture of the window. */
  void picture(Path png) throws IOException {
    Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
  }

  private static List<String> list(Object strings) {
    return ((List<?>) strings).stream().map(String::valueOf).toList();
  }

  private static String script(String resource) {
    try (InputStream stream = Objects.requireNonNull(Browser.class.getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
