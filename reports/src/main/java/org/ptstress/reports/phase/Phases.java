package org.ptstress.reports.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunFile.Phase;
import org.ptstress.run.result.RunFile.PhaseStatus;

/** The phases of a run, and the gaps among them. */
public final class Phases {
  /** The phases of {@code run}, in their order. */
  public static final List<String> ALL =
      List.of(
          "host",
          "checks",
          "accesses",
          "explorations",
          "races",
          "interleavings",
          "jmh",
          "latency",
          "verdicts");

  /** {@code judge} measures nothing. */
  private static final List<String> LEFT_OUT = List.of("jmh", "latency");

  private Phases() {}

  /**
   * The gaps of a run.
   *
   * @param run the run
   * @return a sentence for each gap; none if every phase came to its result
   */
  public static List<String> gaps(RunFile run) {
    List<String> gaps = new ArrayList<>();
    if (run.status() == Completion.INCOMPLETE) {
      gaps.add("the run was stopped before its end; run it again");
    }
    for (String name : ALL) {
      Optional<Phase> phase =
          run.phases().stream().filter(each -> each.name().equals(name)).findFirst();
      boolean leftOut =
          LEFT_OUT.contains(name)
              && run.profile().equals(Profile.JUDGE.label())
              && phase.isPresent()
              && phase.get().status() == PhaseStatus.NOT_RUN;
      if (phase.isEmpty()) {
        gaps.add("run.json does not list the phase " + name + " as done");
      } else if (phase.get().status() != PhaseStatus.DONE && !leftOut) {
        gaps.add("the phase " + name + " has no result: " + phase.get().detail());
      }
    }
    return gaps;
  }
}
