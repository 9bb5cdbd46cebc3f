package org.ptstress.reports.page.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;

class ReplayViewTest {
  private static JmhRow row(String operation, String design, int timers, double millis) {
    return row(operation, design, timers, "ONE_PROCESS", 1, millis);
  }

  private static JmhRow row(
      String operation, String design, int timers, String owners, int threads, double millis) {
    return shot(
        operation,
        Map.of("design", design, "timers", Integer.toString(timers), "owners", owners),
        threads,
        millis);
  }

  private static JmhRow shot(
      String operation, Map<String, String> params, int threads, double millis) {
    return JmhRows.of(
        new Row("ReplayBenchmark." + operation, params, threads),
        "ss",
        "ms/op",
        millis,
        List.of(List.of(millis)),
        Map.of());
  }

  @Test
  void aMeasuredRatioStandsBesideThePublishedOne() {
    ReplayView view =
        ReplayView.of(
            2,
            List.of(
                row("create", "BoundedScanHash", 100_000, 60),
                row("create", "BucketLockHash", 100_000, 10),
                row("getoverrun", "ProcessIdr", 100_000, 7),
                row("getoverrun", "BucketLockHash", 100_000, 10),
                row("create", "BoundedScanHash", 20_000, 1)));
    assertThat(view.isEmpty()).isFalse();
    assertThat(view.rows())
        .contains(
            new ReplayView.Row(
                "create of 100,000 timers",
                "BoundedScanHash over BucketLockHash",
                Format.ratio(313.0 / 48),
                Format.ratio(6),
                Format.ratio(6 / (313.0 / 48))),
            new ReplayView.Row(
                "getoverrun of 100,000 timers",
                "ProcessIdr over BucketLockHash",
                Format.ratio(0.7),
                Format.ratio(0.7),
                Format.ratio(1)));
    assertThat(of(view, "create of 20,000 timers", "BoundedScanHash"))
        .extracting(ReplayView.Row::measured, ReplayView.Row::deviation)
        .containsExactly("", "not measured");
  }

  private static ReplayView.Row of(ReplayView view, String workload, String design) {
    return view.rows().stream()
        .filter(row -> row.workload().equals(workload) && row.designs().startsWith(design))
        .findFirst()
        .orElseThrow();
  }

  /** 63 threads of the letter are no two, however alike the ratios are. */
  @Test
  void aSmallerCrowdIsShownAndNotCompared() {
    ReplayView view =
        ReplayView.of(
            2,
            List.of(
                row("create", "BoundedScanHash", 20_000, "ONE_PROCESS", 2, 60),
                row("create", "BucketLockHash", 20_000, "ONE_PROCESS", 2, 10)));
    assertThat(of(view, "create of 20,000 timers, each of 63 threads", "BoundedScanHash"))
        .extracting(ReplayView.Row::published, ReplayView.Row::measured, ReplayView.Row::deviation)
        .containsExactly(
            Format.ratio(180_239 / 579.0),
            Format.ratio(6) + ", each of 2",
            "not measurable on this machine: it needs 63 CPUs");
    assertThat(of(view, "create of 20,000 timers, each of 63 processes", "BoundedScanHash"))
        .extracting(ReplayView.Row::measured, ReplayView.Row::deviation)
        .containsExactly("", "not measurable on this machine: it needs 63 CPUs");
    assertThat(of(view, "create of 20,000 timers", "BoundedScanHash").measured()).isEmpty();
  }

  /** On a large machine only the profile that takes its time starts so many. */
  @Test
  void aSmallerCrowdOnALargeMachineIsNotTheMachinesFault() {
    ReplayView view =
        ReplayView.of(
            64,
            List.of(
                row("create", "BoundedScanHash", 20_000, "ONE_PROCESS", 8, 60),
                row("create", "BucketLockHash", 20_000, "ONE_PROCESS", 8, 10)));
    assertThat(of(view, "create of 20,000 timers, each of 63 threads", "BoundedScanHash"))
        .extracting(ReplayView.Row::deviation)
        .isEqualTo("not measured with 63 threads");
    assertThat(of(view, "create of 20,000 timers, each of 63 processes", "BoundedScanHash"))
        .extracting(ReplayView.Row::deviation)
        .isEqualTo("not measured");
  }

  @Test
  void aCrowdAsLargeAsThatOfTheLetterIsCompared() {
    ReplayView view =
        ReplayView.of(
            2,
            List.of(
                row("createDelete", "ProcessIdr", 100_000, "PROCESS_EACH", 63, 872),
                row("createDelete", "BucketLockHash", 100_000, "PROCESS_EACH", 63, 891)));
    assertThat(of(view, "create and delete, 100,000 times, each of 63 processes", "ProcessIdr"))
        .extracting(ReplayView.Row::deviation)
        .isEqualTo(Format.ratio(1));
  }

  @Test
  void whatTheTimersCostStandsBesideTheCreates() {
    ReplayView view =
        ReplayView.of(
            2,
            List.of(
                row("create", "BucketLockHash", 50_000, 10),
                shot("baseline", Map.of("timers", "50000"), 1, 4)));
    assertThat(view.loose()).containsExactly(new ReplayView.Loose("50,000", "4 ms", "10.0 ms"));
  }

  private static JmhRow walk(int timers, double millis) {
    return shot("walk", Map.of("timers", Integer.toString(timers)), 1, millis);
  }

  /** 100,000 timers in 512 chains stand 97.7 deep on average. */
  @Test
  void aStepAlongAChainStandsBesideThePublishedOne() {
    ReplayView view =
        ReplayView.of(
            2,
            List.of(
                row("create", "BoundedScanHash", 100_000, 900),
                row("create", "BucketLockHash", 100_000, 60),
                row("getoverrun", "BoundedScanHash", 100_000, 400),
                row("getoverrun", "BucketLockHash", 100_000, 10),
                walk(100_000, 4)));
    assertThat(view.steps())
        .containsExactly(
            new ReplayView.Step(
                "create of 100,000 timers",
                Format.nanos(265e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(840e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(40)),
            new ReplayView.Step(
                "getoverrun of 100,000 timers",
                Format.nanos(241e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(390e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(40)));
  }

  @Test
  void aRunWithoutReplayHasNoTable() {
    assertThat(ReplayView.of(2, List.of()).isEmpty()).isTrue();
  }
}
