package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.result.JmhRow;

class ReplayBuilderTest {
  private static JmhRow row(String operation, String design, int timers, double millis) {
    return shot(operation, Map.of("design", design, "timers", Integer.toString(timers)), millis);
  }

  private static JmhRow shot(String operation, Map<String, String> params, double millis) {
    return new JmhRow(
        "ReplayBenchmark." + operation,
        params,
        1,
        "ss",
        "ms/op",
        List.of(List.of(millis)),
        millis,
        Map.of());
  }

  @Test
  void aMeasuredRatioStandsBesideThePublishedOne() {
    ReplayView view =
        ReplayBuilder.view(
            List.of(
                row("create", "BoundedScanHash", 100_000, 60),
                row("create", "BucketLockHash", 100_000, 10),
                row("getoverrun", "ProcessIdr", 100_000, 7),
                row("getoverrun", "BucketLockHash", 100_000, 10),
                row("create", "BoundedScanHash", 20_000, 1)));
    assertThat(view.isEmpty()).isFalse();
    assertThat(view.rows())
        .containsExactly(
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
    assertThat(view.elsewhere()).hasSize(4).allMatch(workload -> workload.startsWith("63 "));
  }

  private static JmhRow walk(int timers, double millis) {
    return shot("walk", Map.of("timers", Integer.toString(timers)), millis);
  }

  /** 100,000 timers in 512 chains stand 97.7 deep on average. */
  @Test
  void aStepAlongAChainStandsBesideThePublishedOne() {
    ReplayView view =
        ReplayBuilder.view(
            List.of(
                row("getoverrun", "BoundedScanHash", 100_000, 400),
                row("getoverrun", "BucketLockHash", 100_000, 10),
                walk(100_000, 4)));
    assertThat(view.steps())
        .containsExactly(
            new ReplayView.Step(
                "100,000",
                Format.nanos(241e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(390e6 / 100_000 / (100_000 / 1024.0)),
                Format.nanos(40)));
  }

  @Test
  void aRunWithoutReplayHasNoTable() {
    assertThat(ReplayBuilder.view(List.of()).isEmpty()).isTrue();
  }
}
