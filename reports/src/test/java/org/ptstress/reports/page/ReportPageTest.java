package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;
import org.ptstress.run.result.RunStatus;

class ReportPageTest {
  private static final String ODD_DESIGN = "Odd<b>&\"Design\"";
  private static final String ALL = "quick+odd+stopped";

  /** The quick run, with the counts and conflicts of the baseline. */
  private static final String COUNTED = "counted";

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, COUNTED, ALL})
  void linksLeadSomewhereAndIdsAreUnique(String runs) throws IOException {
    Document page = page(runs);
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as("id " + element.id()).isTrue();
      assertThat(element.id()).doesNotContainAnyWhitespaces();
    }
    for (Element link : page.select("a[href^=#]")) {
      assertThat(ids).contains(link.attr("href").substring(1));
    }
    for (Element element : page.select("[aria-labelledby]")) {
      assertThat(ids).containsAll(List.of(element.attr("aria-labelledby").split(" ", -1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED})
  void everyCellLeadsToItsEvidence(String run) throws IOException {
    Document page = page(run);
    Element matrix = page.expectFirst("table.matrix");
    List<String> designs = matrix.select("thead th").eachText().subList(1, 3);
    assertThat(matrix.select("tbody tr")).hasSize(Claim.values().length);
    for (Element row : matrix.select("tbody tr")) {
      String claim = row.expectFirst("th code").text();
      assertThat(row.select("td").size()).isGreaterThanOrEqualTo(designs.size());
      for (Element cell : row.select("td")) {
        Element target = target(page, cell.expectFirst("a"));
        assertThat(target.expectFirst("h4 code").text()).isEqualTo(claim);
        assertThat(target.expectFirst("h4 .chip").text())
            .isEqualTo(cell.expectFirst(".word").text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, ALL})
  void whatWasNotRunIsNeverGreen(String runs) throws IOException {
    Document page = page(runs);
    for (Element element : page.select(".chip, td.cell, .fig")) {
      if (element.text().contains("not run")) {
        assertThat(element.classNames()).contains("not-run").doesNotContain("holds", "bug");
      }
      if (element.text().contains("bug not found") || element.text().contains("promise broken")) {
        assertThat(element.classNames()).contains("contradicted").doesNotContain("holds", "bug");
      }
      if (element.text().contains("bug shown")) {
        assertThat(element.classNames()).contains("bug").doesNotContain("holds");
      }
    }
  }

  /**
   * The race does not list the claim that one of its outcomes breaks: evidence against it still.
   */
  @Test
  void aStoppedRunShowsAWitnessAgainstAClaimThatItsScenarioDoesNotList() throws IOException {
    Path run = Samples.copy(Samples.STOPPED, temp.resolve("stopped"));
    Path races = run.resolve("races.json");
    String text = Files.readString(races);
    String listed = "\"claims\": [\"VALID_IDS\", ";
    assertThat(text).contains(listed);
    Files.writeString(races, text.replaceFirst(Pattern.quote(listed), "\"claims\": ["));

    Element claim = pageOf(run).expectFirst("#rfchash-valid_ids");
    assertThat(claim.text()).contains("WrapAround", "182 witnesses in 1,007,134 samples");
    assertThat(claim.expectFirst("tr.witness").text()).contains("negative, ok", "182");
  }

  /** A run of seeded faults asks no design for its promises: the answer is what was found. */
  @Test
  void aRunOfFaultsAnswersForTheTools() throws IOException {
    Path run = Samples.copy(Samples.STANDARD, temp.resolve("faults"));
    for (String file : List.of("verdicts.json", "jmh.json", "races.json")) {
      Files.delete(run.resolve(file));
    }
    Path phases = run.resolve("run.json");
    Files.writeString(phases, Files.readString(phases).replace("DONE", "NOT_RUN"));
    Document page = pageOf(run);
    assertThat(page.expectFirst("h1").text())
        .isEqualTo("Every tool finds the seeded faults that it should");
    assertThat(page.expectFirst(".verdict-line").text()).startsWith("3 seeded faults, 0 missed");
    assertThat(page.expectFirst("#answer").classNames()).contains("holds");
    assertThat(page.select("#verdicts, #evidence, .tiles")).isEmpty();
    assertThat(page.select("#faults details").eachText())
        .anyMatch(
            text -> text.endsWith("LastFreeId: negative, breaks VALID_IDS+NO_DANGLING_TIMER"));

    Path faults = run.resolve("faults.json");
    Files.writeString(
        faults, Files.readString(faults).replaceFirst("\"killed\" *: *true", "\"killed\": false"));
    Document missed = pageOf(run);
    assertThat(missed.expectFirst("h1").text()).isEqualTo("1 seeded fault missed");
    assertThat(missed.expectFirst("#answer").classNames()).contains("contradicted");
    assertThat(missed.select("#faults strong").eachText()).contains("MISSED");
  }

  /** A run of orders has a table of them, and counts places, not steps. */
  @Test
  void aRunOfOrdersSaysWhichAreNeeded() throws IOException {
    Path run = Samples.copy(Samples.STANDARD, temp.resolve("orders"));
    for (String file : List.of("verdicts.json", "jmh.json", "races.json", "faults.json")) {
      Files.delete(run.resolve(file));
    }
    Path phases = run.resolve("run.json");
    Files.writeString(phases, Files.readString(phases).replace("DONE", "NOT_RUN"));
    ExploredWitness witness =
        new ExploredWitness(
            Claim.NO_LOST_TIMER, "ok, EINVAL", true, new Bound(0, 1), "72<1", "a  step\nof it");
    ResultFiles.write(
        run,
        ResultFiles.ORDERS,
        List.of(
            order("Chain.link:3", "volatile", "release", Need.NOT_SHOWN, null),
            order("Chain.link:3", "volatile", "opaque", Need.NEEDED, witness),
            order("Chain.head:5", "acquire", "opaque", Need.NOT_SHOWN, null)));
    Document page = pageOf(run);
    assertThat(page.expectFirst("h1").text()).isEqualTo("1 memory order needed of 2");
    assertThat(page.expectFirst(".verdict-line").text())
        .isEqualTo(
            "2 memory orders weakened, one at a time: 1 are needed, 1 are not shown to be needed");
    assertThat(page.select("#verdicts, #evidence, .tiles")).isEmpty();
    assertThat(page.select("#orders tbody tr").eachText())
        .hasSize(3)
        .anyMatch(
            text ->
                text.contains("volatile to opaque needed: NO_LOST_TIMER Any, 0 preemptions and 1")
                    && text.endsWith("a  step\nof it"))
        .anyMatch(
            text ->
                text.contains("not shown 9 executions of 2 scenarios, all within 1 preemption"));
  }

  /** A run that asked the kernel has a section of it, and one that did not has none. */
  @Test
  void theRunningKernelHasASection() throws IOException {
    Path run = Samples.copy(Samples.STANDARD, temp.resolve("kernel"));
    assertThat(pageOf(run).select("#kernel")).isEmpty();
    ResultFiles.write(
        run,
        ResultFiles.KERNEL,
        List.of(
            kernel("Scripts", List.of(), List.of("0 create 0 gives 0, and 1 in the model")),
            kernel(
                "DeleteAgainstDelete",
                List.of(
                    new KernelOutcome("ok, EINVAL", 7, true),
                    new KernelOutcome("ok, ok", 1, false)),
                List.of()),
            kernel(
                "WrapAround",
                List.of(new KernelOutcome("ok 0, ok 2147483647", 9, true)),
                List.of()),
            new KernelResult(
                "6.18",
                "BucketLockHash",
                "HalfBuilt",
                RunStatus.NOT_RUN,
                "EPERM",
                0,
                0,
                List.of(),
                List.of()),
            new KernelResult(
                "6.18",
                "BucketLockHash",
                KernelResult.TIMES,
                RunStatus.RUN,
                "",
                9,
                1,
                List.of(),
                List.of(),
                List.of(
                    new KernelTime(KernelTime.PAIR, 2, true, 9, 1234.5),
                    new KernelTime("timer_create, up to 9 timers", 1, false, 9, 77)))));
    Document page = pageOf(run);
    assertThat(page.select("#kernel th").eachText()).contains("Linux 6.18, measured");
    assertThat(page.select("#kernel tr.datum").eachText())
        .hasSize(2)
        .anyMatch(text -> text.matches("timer_create and timer_delete 2 processes 1,23[45] ns .*"))
        .contains("timer_create, up to 9 timers 1 thread 77 ns - -");
    assertThat(page.select("#kernel tbody tr:not(.datum)").eachText())
        .hasSize(4)
        .anyMatch(text -> text.startsWith("Random scripts Linux 6.18, BucketLockHash different"))
        .anyMatch(text -> text.contains("1 ok, ok (no correct table gives that)"))
        .anyMatch(text -> text.startsWith("Race WrapAround") && text.contains("no difference in 8"))
        .anyMatch(text -> text.endsWith("not run: EPERM"));
    assertThat(page.select("#kernel strong")).hasSize(2);
  }

  private static KernelResult kernel(
      String comparison, List<KernelOutcome> outcomes, List<String> difference) {
    return new KernelResult(
        "6.18", "BucketLockHash", comparison, RunStatus.RUN, "", 8, 1, outcomes, difference);
  }

  private static OrderResult order(
      String place,
      String strength,
      String weakened,
      Need need,
      @Nullable ExploredWitness witness) {
    return new OrderResult(
        "BucketLockHash",
        place,
        "access",
        "Chain.next",
        strength,
        weakened,
        need,
        "",
        2,
        new Bound(1, 1),
        9,
        0,
        0.1,
        witness == null ? "" : "Any",
        witness);
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.QUICK, Samples.ODD, Samples.STANDARD, COUNTED, ALL})
  void everyChartHasATitleAndATableOfTheSameNumbers(String runs) throws IOException {
    Document page = page(runs);
    assertThat(page.select("figure svg[role=img]").size()).isGreaterThanOrEqualTo(5);
    for (Element figure : page.select("figure")) {
      assertThat(figure.select("table tbody td")).isNotEmpty();
      Element svg = figure.selectFirst("svg[role=img]");
      if (svg == null) {
        continue;
      }
      assertThat(svg.expectFirst("title").text()).isNotBlank();
      assertThat(svg.expectFirst("desc").text()).isNotBlank();
      // Costs have a line a design, others a line or a cell a mark.
      boolean ofCosts = figure.closest("#costs") != null;
      if (!ofCosts) {
        assertThat(figure.select("table .datum")).hasSameSizeAs(svg.select("path.mark"));
      }
      List<String> shown =
          figure.select(ofCosts ? "table tbody td" : "table tbody b, table td.datum").eachText();
      for (String mark : svg.select("path.mark > title").eachText()) {
        assertThat(shown).anyMatch(number -> mark.contains(": " + number));
      }
    }
    for (Element svg : page.select("svg:not([role=img])")) {
      assertThat(svg.attr("aria-hidden")).isEqualTo("true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, ALL})
  void loadsNothing(String runs) throws IOException {
    Document page = page(runs);
    assertThat(page.select("link, img, iframe, object, embed, [src], [srcset]")).isEmpty();
    assertThat(page.select("style"))
        .isNotEmpty()
        .allSatisfy(style -> assertThat(style.data()).doesNotContain("url(", "@import", "http"));
    for (Element link : page.select("a[href]")) {
      assertThat(link.attr("href")).matches("(#|\\./).*").doesNotContain("..");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, COUNTED, ALL})
  void everyChartHasItsNumbersAsJson(String runs) throws IOException {
    for (Element plot : page(runs).select(".plot")) {
      JsonNode data = new ObjectMapper().readTree(plot.expectFirst(".chart-data").data());
      assertThat(data.get("title").asText()).isEqualTo(plot.expectFirst("svg title").text());
      assertThat(data.get("series")).hasSameSizeAs(plot.select("svg g.series"));
      List<String> marks = new ArrayList<>();
      data.get("series")
          .forEach(line -> line.get("points").forEach(at -> marks.add(at.get("text").asText())));
      assertThat(marks).isEqualTo(plot.select("path.mark > title").eachText());
    }
  }

  @Test
  void allowsNoScriptsButItsOwn() throws IOException {
    Document page = page(ALL);
    String policy = page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy).contains("default-src 'none'", "script-src 'sha256-");
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
    assertThat(page.select("script:not([type])")).hasSize(2);
    assertThat(page.select("script[type]"))
        .allMatch(script -> script.attr("type").equals("application/json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, COUNTED, ALL})
  void headingsGoDownOneStepAtATime(String runs) throws IOException {
    Document page = page(runs);
    assertThat(page.select("h1")).hasSize(1);
    int last = 0;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int level = Integer.parseInt(heading.tagName().substring(1));
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
      last = level;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Samples.QUICK, Samples.ODD, Samples.STOPPED, Samples.STANDARD, COUNTED, ALL})
  void tablesHaveHeadersWithScopeAndTheirOwnScroller(String runs) throws IOException {
    for (Element table : page(runs).select("table")) {
      assertThat(table.select("th")).isNotEmpty().allMatch(head -> head.hasAttr("scope"));
      for (Element row : table.select("tbody tr")) {
        assertThat(row.select("th[scope=row]")).hasSize(1);
      }
      Element scroller = Objects.requireNonNull(table.closest(".scroll"));
      assertThat(scroller.attr("tabindex")).isEqualTo("0");
      assertThat(scroller.attr("aria-label")).isNotBlank();
    }
  }

  @Test
  void saysTheAnswerFirst() throws IOException {
    Document quick = page(Samples.QUICK);
    // The run is older than six claims, on which it has no verdict of any of its four designs.
    assertThat(quick.expectFirst("h1").text())
        .isEqualTo("Every verdict that was reached is as expected");
    assertThat(quick.expectFirst(".verdict-line").text())
        .isEqualTo("76 confirmed, 0 contradicted, 24 not run");

    Document odd = page(Samples.ODD);
    assertThat(odd.expectFirst("h1").text()).isEqualTo("2 expectations contradicted");
    assertThat(odd.select(".alarms li").eachText())
        .hasSize(2)
        .allMatch(alarm -> alarm.startsWith(ODD_DESIGN));
  }

  @Test
  void saysInPlainWordsThatARunDidNotFinish() throws IOException {
    Document page = page(Samples.STOPPED);
    assertThat(page.expectFirst(".banner").text()).contains("Incomplete", "stopped before");
    assertThat(page.select("td.cell").not(".not-run")).isEmpty();
    assertThat(page.expectFirst("#throughput .banner").text()).contains("did not start");
    assertThat(page.expectFirst("#latency .banner").text()).contains("Not run");
    // What was raced before the stop can be read all the same.
    assertThat(page.select("table.outcomes")).isNotEmpty();
  }

  @Test
  void saysWhatWasCutShort() throws IOException {
    Path run = Samples.copy(Samples.STANDARD, temp.resolve("cut"));
    Path file = run.resolve("verdicts.json");
    ObjectMapper mapper = new ObjectMapper();
    JsonNode rows = mapper.readTree(file.toFile());
    ObjectNode evidence = (ObjectNode) rows.at("/0/evidence/0");
    evidence.put("status", "CUT_SHORT").put("reason", "the run was stopped");
    mapper.writeValue(file.toFile(), rows);
    assertThat(pageOf(run).select(".result").eachText())
        .filteredOn(text -> text.contains("cut short"))
        .singleElement()
        .asString()
        .endsWith("cut short the run was stopped");
  }

  @ParameterizedTest
  @CsvSource({
    Samples.STANDARD + ", verdicts.json, /evidence/0",
    Samples.STOPPED + ", races.json, ''",
  })
  void quotesWhyTheRestOfAWitnessIsMissing(String sample, String file, String place)
      throws IOException {
    Path run = Samples.copy(sample, temp.resolve(sample));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode rows = mapper.readTree(run.resolve(file).toFile());
    int changed = 0;
    for (JsonNode row : rows) {
      JsonNode cut = row.at(place);
      if (cut.path("broken").asBoolean() || cut.path("scenario").asText().equals("WrapAround")) {
        ((ObjectNode) cut).put("reason", "a JVM crashed");
        // In verdicts a witness is evidence that ran; in races.json the race did not.
        ((ObjectNode) cut).put("status", place.isEmpty() ? "NOT_RUN" : "RUN");
        changed++;
      }
    }
    mapper.writeValue(run.resolve(file).toFile(), rows);
    assertThat(changed).isPositive();
    Document page = pageOf(run);
    assertThat(page.select("table.outcomes tr.witness")).isNotEmpty();
    assertThat(page.text()).contains(" The rest did not run: a JVM crashed.");
  }

  @Test
  void escapesWhatItIsGiven() throws IOException {
    Document page = page(Samples.ODD);
    assertThat(page.select("b, both").eachText()).doesNotContain("&\"Design\"");
    assertThat(page.select("altra")).isEmpty();
    assertThat(page.select("thead th").eachText()).contains(ODD_DESIGN);
    assertThat(page.select("table.outcomes tr.witness th").eachText())
        .contains("ok, ok <both> & more");
    assertThat(page.select("pre").eachText()).anyMatch(text -> text.contains("<free ids> = {2}"));
    assertThat(page.select("a[href=./logs/crash%20%26%20burn.log]")).isNotEmpty();
  }

  @Test
  void showsTheEvidenceOfAContradictionUnasked() throws IOException {
    Document page = page(Samples.ODD);
    Element broken = page.expectFirst(".on-claim.contradicted:contains(SINGLE_DELETE)");
    assertThat(broken.select("details[open]")).hasSize(1);
    assertThat(broken.select("tr.witness")).hasSize(1);
    assertThat(broken.text()).contains("witnesses in", "not run", "It needs 3 CPUs");
  }

  @Test
  void boundsWhatWasNeverSeen() throws IOException {
    Element claim = page(Samples.QUICK).expectFirst("#globalidr-single_delete");
    assertThat(claim.text()).containsPattern("below 3/n = \\d\\.\\de-6, or 1 in [0-9,]+\\.");
  }

  @Test
  void holdsTheDemandsOf2012AgainstFigures() throws IOException {
    Document page = page(Samples.QUICK);
    assertThat(page.select(".demand")).hasSize(10);
    Element spinlock = page.expectFirst(".demand:contains(_single_)");
    assertThat(spinlock.select(".label").eachText())
        .contains("Finds per second at 2 threads, relative to 1 thread");
    assertThat(spinlock.select(".fig").eachText())
        .contains("RfcHash 0.32×")
        .anyMatch(figure -> figure.startsWith("GlobalIdr 1."));
    assertThat(page.expectFirst(".demand:contains(Zijlstra)").text()).contains("no figure for it");
    assertThat(page.expectFirst(".demand:contains(The RFC itself)").select(".fig.bug")).hasSize(3);
  }

  @Test
  void saysOnTheFirstScreenWhatDecides() throws IOException {
    Document page = page(Samples.QUICK);
    assertThat(page.select("#answer .decision")).hasSize(10);
    Element spinlock = page.expectFirst(".decision:contains(single spinlock)");
    assertThat(spinlock.expectFirst("a.chip").ownText()).isEqualTo("0.32×");
    assertThat(spinlock.text())
        .contains(
            "Finds per second at 2 threads, relative to 1 thread: 0.32× for RfcHash, against");
    assertThat(page.expectFirst(".decision:contains(Zijlstra)").text())
        .contains("Not measured in this run: the design NamespaceIdr was not under test.");
    assertThat(page.select("#answer table.glance tbody tr")).hasSize(Claim.values().length);
    assertThat(page.select("#answer table.glance .mini.bug"))
        .hasSameSizeAs(page.select("table.matrix td.bug"));
    assertThat(page.select("#answer figure svg.chart g.series")).hasSize(4);
    // Without measurements there is no chart, and it is said why.
    assertThat(page(Samples.STOPPED).expectFirst("#answer .half .banner").text())
        .startsWith("Not measured in this run.");
  }

  @Test
  void projectsWhatWasCountedAndSaysThatItIsProjected() throws IOException {
    Document page = page(COUNTED);
    Element section = page.expectFirst("#projection");
    assertThat(page.select("nav a[href=#projection]")).hasSize(1);
    assertThat(section.expectFirst(".lead").text()).startsWith("Projected, not measured.");
    assertThat(section.select("figure")).hasSize(4);
    for (Element figure : section.select("figure")) {
      assertThat(figure.expectFirst("figcaption").text()).startsWith("Projected: ");
      assertThat(figure.expectFirst("svg title").text()).startsWith("Projected: ");
      assertThat(figure.expectFirst("svg desc").text()).startsWith("Projected, not measured");
      assertThat(figure.select(".axis-label").eachText())
          .allMatch(label -> label.endsWith("(projected)"));
    }
    Element finds = section.expectFirst("figure");
    assertThat(finds.expectFirst("tr:contains(GlobalIdr) td:nth-last-child(2)").text())
        .isEqualTo("256×");
    assertThat(finds.expectFirst("tr:contains(RfcHash) td:last-child").text())
        .isEqualTo("table.hashLock");
    Element letter = section.expectFirst("table:contains(Published and projected)");
    assertThat(letter.select("tbody tr")).hasSize(24);
    assertThat(letter.select("td:contains(fits the cost of a line)")).hasSize(6);
    assertThat(section.text()).contains("UCOUNT_RLIMIT_SIGPENDING");
  }

  @Test
  void projectsNothingWithoutCounts() throws IOException {
    assertThat(page(Samples.STOPPED).select("#projection, a[href=#projection]")).isEmpty();
    Document both = page("odd+" + COUNTED);
    assertThat(both.select("#projection .banner").eachText())
        .singleElement()
        .asString()
        .startsWith("Not projected.");
  }

  @Test
  void leavesEvidenceOutRatherThanGrowBeyondTheLimit() throws IOException {
    RunFolder odd = RunFolder.read(Samples.folder(Samples.ODD));
    Path index = temp.resolve("index.html");
    ReportPage.write(Collections.nCopies(2, odd), index);
    assertThat(Jsoup.parse(index).expectFirst("#evidence").text()).doesNotContain("left out");

    ReportPage.write(Collections.nCopies(10, odd), index);
    assertThat(Files.size(index)).isLessThan(ReportPage.LIMIT);
    Document page = Jsoup.parse(index);
    assertThat(page.expectFirst("#evidence .banner").text()).contains("left out", "below 2 MB");
    // What is contradicted keeps its witnesses.
    assertThat(page.select(".on-claim.contradicted tr.witness")).hasSize(10);
    assertThat(page.select(".on-claim.holds table.outcomes")).isEmpty();
  }

  @Test
  void keepsRunsApart() throws IOException {
    Document page = page(ALL);
    assertThat(page.select("table.matrix")).hasSize(3);
    assertThat(page.select("#verdicts h3").eachText())
        .hasSize(3)
        .allMatch(heading -> heading.startsWith("Run "));
    assertThat(page.select(".facts thead th")).hasSize(4);
  }

  private Document page(String runs) throws IOException {
    List<RunFolder> folders = new ArrayList<>();
    for (String run : runs.split("\\+", -1)) {
      folders.add(RunFolder.read(copy(run)));
    }
    // The page of a run stands in its folder, that of several beside them.
    Path index =
        folders.size() == 1
            ? folders.get(0).path().resolve("index.html")
            : temp.resolve("index.html");
    ReportPage.write(folders, index);
    assertThat(Files.size(index)).isLessThan(2_000_000);
    return Jsoup.parse(index);
  }

  private Path copy(String run) throws IOException {
    if (!run.equals(COUNTED)) {
      return Samples.copy(run, temp.resolve(run));
    }
    Path folder = Samples.copy(Samples.QUICK, temp.resolve(run));
    List<String> published = List.of("BoundedScanHash", "PrecheckHash", "ProcessIdr");
    Path json = folder.resolve(ResultFiles.RUN);
    Files.writeString(
        json,
        Files.readString(json)
            .replaceFirst(
                "\"designs\"\\s*:\\s*\\[", "$0\"" + String.join("\", \"", published) + "\", "));
    for (String design : published) {
      String log = "latency/" + design + ".hlog";
      Files.copy(Path.of("baseline").resolve(log), folder.resolve(log));
    }
    List<String> designs = RunFolder.read(folder).run().designs();
    ResultFiles.writeCosts(
        folder,
        ResultFiles.readCosts(Path.of("baseline")).stream()
            .filter(row -> designs.contains(row.design()))
            .toList());
    return folder;
  }

  private static Document pageOf(Path run) throws IOException {
    Path index = run.resolve("index.html");
    ReportPage.write(List.of(RunFolder.read(run)), index);
    return Jsoup.parse(index);
  }

  private static Element target(Document page, Element link) {
    return page.expectFirst("[id=" + link.attr("href").substring(1) + "]");
  }
}
