package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.verdict.DemandView;
import org.ptstress.reports.page.verdict.DemandView.Decision;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;
import org.ptstress.run.result.RunFile;

class DemandsTest {
  @Test
  void asksAboutTheRfcFirst() throws IOException {
    assertThat(decision(run(Samples.QUICK), "Lookups under RCU").answer())
        .startsWith("RfcHash breaks FIND_WITHOUT_LOCK, as expected (")
        .endsWith("; 3 of 4 designs keep it.");
    assertThat(decision(run(Samples.QUICK), "As good as before").answer())
        .startsWith("RfcHash breaks AS_GOOD_AS_BEFORE, as expected (");
    assertThat(decision(run(Samples.QUICK), "No single spinlock around every lookup").answer())
        .contains(" for RfcHash, against ");
    assertThat(decision(run(Samples.QUICK), "Ids start again at 0").answer())
        .startsWith("RfcHash breaks VALID_IDS, WRAPS_TO_ZERO and NO_DANGLING_TIMER");
  }

  @Test
  void asksAboutTheWorstWhereTheRfcIsNotUnderTest() throws IOException {
    RunFolder run = without(run(Samples.QUICK), "RfcHash");

    assertThat(decision(run, "Lookups under RCU").answer())
        .doesNotStartWith("RfcHash")
        .contains(" keeps FIND_WITHOUT_LOCK (")
        .endsWith("; 3 of 3 designs keep it.");
    assertThat(decision(run, "Processes do not wait for each other").answer())
        .contains(" breaks CREATE_INDEPENDENT, as expected");
    assertThat(decision(run, "As good as before").answer()).doesNotContain("RfcHash");
    assertThat(decision(run, "Ids start again at 0"))
        .extracting(Decision::answer, Decision::cssClass)
        .containsExactly(
            "Not measured in this run: the design RfcHash was not under test.", "not-run");
  }

  @Test
  void saysThatThereIsNoFigure() throws IOException {
    for (DemandView demand : demands(run(Samples.STOPPED))) {
      Decision decision = demand.decision();
      assertThat(decision.cssClass()).isEqualTo("not-run");
      assertThat(decision.answer()).containsPattern("Not measured in this run|was not run on");
    }
  }

  private static Decision decision(RunFolder run, String demand) throws IOException {
    return demands(run).stream()
        .filter(view -> view.demand().equals(demand))
        .findFirst()
        .orElseThrow()
        .decision();
  }

  private static List<DemandView> demands(RunFolder run) throws IOException {
    return PageView.of(List.of(run), Path.of("index.html")).runs().get(0).demands();
  }

  private static RunFolder run(String sample) throws IOException {
    return RunFolder.read(Samples.folder(sample));
  }

  private static RunFolder without(RunFolder run, String design) {
    RunFile file = run.run();
    return new RunFolder(
        run.path(),
        new RunFile(
            file.status(),
            file.profile(),
            file.designs().stream().filter(name -> !name.equals(design)).toList(),
            file.startedAt(),
            file.finishedAt(),
            file.version(),
            file.commandLine(),
            file.phases()),
        run.host(),
        run.races(),
        run.interleavings(),
        run.explorations(),
        run.checks(),
        run.costs(),
        run.verdicts().stream().filter(row -> !row.design().equals(design)).toList(),
        run.measurements().stream().filter(row -> !design.equals(row.design())).toList(),
        run.faults(),
        run.orders(),
        run.kernel(),
        run.latencies(),
        run.absent());
  }
}
