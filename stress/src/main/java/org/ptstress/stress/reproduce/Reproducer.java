package org.ptstress.stress.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.StressRun;
import org.ptstress.stress.scenario.Scenarios;

/** Finds a counterexample to a claim, and writes it in the forms that are asked for. */
public final class Reproducer {
  private final Path folder;
  private final Design design;
  private final Claim claim;
  private final StressRun tools;

  /**
   * Prepares.
   *
   * @param folder where the rows and logs of the tools go; it must exist
   * @param design the design
   * @param claim the claim
   * @param cpus how many CPUs to use, at least 1
   */
  public Reproducer(Path folder, Design design, Claim claim, int cpus) {
    this.folder = folder.toAbsolutePath();
    this.design = design;
    this.claim = claim;
    this.tools =
        new StressRun(
            folder,
            Profile.JUDGE,
            List.of(design),
            claim,
            UnitSelection.ALL,
            cpus,
            Deadline.none());
  }

  /**
   * Writes the counterexample.
   *
   * @param forms the forms
   * @param progress receives how far the tools are
   * @return the counterexample in each form, or why that is impossible
   * @throws IOException if a tool fails
   * @throws InterruptedException if this thread is interrupted; what was started is ended
   */
  public List<Reproduction> write(List<Form> forms, ProgressListener progress)
      throws IOException, InterruptedException {
    CheckResult check = forms.equals(List.of(Form.LITMUS)) ? null : check(progress);
    boolean needsExecution = check == null || forms.contains(Form.LITMUS) || forms.contains(Form.C);
    Counterexample.Explored first = needsExecution ? explore(progress, false) : null;
    boolean isWeak = first != null && first.isOfWeakMemory();
    boolean needsMore =
        isWeak && !forms.equals(List.of(Form.LITMUS)) && !isPromisedOnStrongMemory();
    Counterexample found =
        new Counterexample(
            design,
            claim,
            check,
            needsMore ? explore(progress, true) : isWeak ? null : first,
            isWeak ? first : null);
    Forms writer = new Forms(found, this::steps);
    List<Reproduction> written = new ArrayList<>();
    for (Form form : forms) {
      written.add(writer.as(form));
    }
    return written;
  }

  /** What a script broke, or else whatever check did. */
  private @Nullable CheckResult check(ProgressListener progress)
      throws IOException, InterruptedException {
    tools.check(progress);
    List<CheckResult> broken =
        tools.evidence().checks().stream()
            .filter(row -> row.claim() == claim && row.status() == RunStatus.RUN && !row.held())
            .toList();
    return broken.stream()
        .filter(row -> Counterexample.script(row).isPresent())
        .findFirst()
        .or(() -> broken.stream().findFirst())
        .orElse(null);
  }

  /** Whether to look for an interleaving is in vain. */
  private boolean isPromisedOnStrongMemory() {
    return design.promises().on(claim).expectation() == Expectation.BROKEN_ON_WEAK_MEMORY;
  }

  private Counterexample.@Nullable Explored explore(ProgressListener progress, boolean interleaved)
      throws IOException, InterruptedException {
    if (interleaved) {
      tools.exploreInterleavings(progress);
    } else {
      tools.explore(progress);
    }
    for (ExplorationResult row : tools.evidence().explorations()) {
      for (ExploredWitness witness : row.broken()) {
        if (witness.claim() == claim && !witness.trace().isEmpty()) {
          return new Counterexample.Explored(Scenarios.named(row.scenario()), witness);
        }
      }
    }
    return null;
  }

  private List<WitnessStep> steps(Counterexample.Explored explored)
      throws IOException, InterruptedException {
    return WitnessReplay.steps(
            folder, List.of(new WitnessReplay.Witnessed(design, claim, explored)))
        .get(0);
  }
}
