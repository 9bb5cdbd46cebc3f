package org.ptstress.reports.text;

import java.util.List;
import java.util.Locale;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.RunStatus;

/**
 * docs/fidelity.md: what was compared with kernels, and what cannot be.
 *
 * @param rows comparisons with kernels, of any number of machines
 */
public record FidelityText(List<KernelResult> rows) {
  private static final String HEAD =
      """
      # How far the model matches the kernel

      The comparisons with kernels, and what was not compared and why. This page is printed by

          ./ptstress fidelity DIR...

      from the `kernel.json` of some folders, such as [that of this folder](kernel.json). Equal means that each call returned
      the same; of a race, that the oracle allows every outcome.

      ## What was compared

      | kernel | design | comparison | calls or rounds | result |
      |---|---|---|---|---|
      """;

  /**
   * Deviations of the model from a kernel, and gaps.
   *
   * @param era the kernels
   * @param kernel what they do
   * @param model what the model does
   * @param why why it stays, or what it hides
   * @param test the test that holds it
   */
  record Deviation(String era, String kernel, String model, String why, String test) {}

  /** Every deviation that is known; the tests exist. */
  static final List<Deviation> DEVIATIONS =
      List.of(
          new Deviation(
              "all",
              "timers expire, signal, overrun",
              "none expires; an overrun is 0",
              "an expiry only reads the table",
              "SyscallEraTest"),
          new Deviation(
              "all",
              "SIGEV_NONE: timer_gettime of a disarmed timer still returns the time"
                  + " that was left",
              "timer_gettime of a disarmed timer returns 0",
              "the model has no ways to notify; scripts use signals that never come",
              "DifferentialTest"),
          new Deviation(
              "all",
              "a thread of a dying process is killed at its next call",
              "create and delete fail with ESRCH, reads still succeed",
              "a thread of the model cannot be killed",
              "TimerSyscallsContractTest"),
          new Deviation(
              "before 6.15",
              "as the last thread, exit takes no siglock",
              "exit takes siglock",
              "no other thread is left to observe it",
              "DeviationsTest"),
          new Deviation(
              "since 6.15",
              "exit and exec move the list of timers aside first",
              "they delete from the list",
              "no other thread is left to observe it",
              "DeviationsTest"),
          new Deviation(
              "since 6.15",
              "the reference count of a timer decides when it is freed",
              "its delete frees it after a grace period",
              "nothing but the table refers to a timer of the model",
              "TimerSyscallsContractTest"),
          new Deviation(
              "since 6.15",
              "fields lie in cache lines of their own",
              "fields lie as the JVM puts them",
              "counts of lines are those of the JVM; costs are compared between designs only",
              "ConflictTest"),
          new Deviation(
              "all",
              "a prctl with further arguments fails",
              "prctl has no further arguments",
              "the table does not depend on it",
              "DeviationsTest"));

  /** The document. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD);
    rows.stream()
        .filter(row -> !row.comparison().equals(KernelResult.TIMES))
        .forEach(row -> text.append(line(row)));
    text.append(
        """

        Two designs cannot be told apart by scripts of one thread: `RcuHash47` and `BoundedScanHash` give equal answers. The
        memory orders and the steps inside a call are not compared with any kernel.

        ## Known differences

        | kernels | the kernel | the model | reason | test |
        |---|---|---|---|---|
        """);
    for (Deviation deviation : DEVIATIONS) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | `%s` |%n",
              deviation.era(),
              deviation.kernel(),
              deviation.model(),
              deviation.why(),
              deviation.test()));
    }
    return text.toString();
  }

  private static String line(KernelResult row) {
    String comparison =
        switch (row.comparison()) {
          case KernelResult.SCRIPTS -> "random scripts";
          case KernelResult.JUMPS -> "scripts with jumps of the counter, a tenth of the calls";
          case KernelResult.HALF_BUILT -> "calls beside a half-built timer";
          default -> "race " + row.comparison();
        };
    String result =
        row.status() == RunStatus.NOT_RUN
            ? "not compared: " + row.reason()
            : row.differs()
                ? "**different**: " + String.join("; ", row.difference())
                : row.reason().isEmpty() ? "equal" : "equal, " + row.reason();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,d | %s |%n",
        row.kernel().isEmpty() ? "unknown" : row.kernel(),
        row.design(),
        comparison,
        row.samples(),
        result);
  }
}
