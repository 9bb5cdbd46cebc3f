package org.ptstress.stress.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** Finds a counterexample to a claim and writes it in the requested forms. */
public final class Reproducer {
  private static final Set<Form> OF_SCRIPTS = EnumSet.of(Form.SCRIPT, Form.JCSTRESS);

  private final Path folder;
  private final Design design;
  private final Claim claim;
  private final StressRun tools;

  /** The rows of the last exploration. */
  private List<ExplorationResult> explorations = List.of();

  /**
   * Creates a reproducer.
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

  /** Receives forms. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Receives the counterexample in a form, or the reason against it, as soon as it is known.
     *
     * @param reproduction the form
     * @throws IOException if it cannot be written
     */
    void accept(Reproduction reproduction) throws IOException;
  }

  /**
   * Writes the counterexample, that of a script first, so that a failed exploration does not lose
   * it.
   *
   * @param forms the forms
   * @param progress receives the progress of the tools
   * @param sink receives each form
   * @throws IOException if a tool or the sink fails
   * @throws InterruptedException if this thread is interrupted; what was started is ended
   */
  public void write(List<Form> forms, ProgressListener progress, Sink sink)
      throws IOException, InterruptedException {
    CheckResult check = forms.equals(List.of(Form.LITMUS)) ? null : check(progress);
    List<Form> left = new ArrayList<>(forms);
    if (check != null && Counterexample.script(check).isPresent()) {
      left.removeAll(OF_SCRIPTS);
      write(
          forms.stream().filter(OF_SCRIPTS::contains).toList(),
          new Counterexample(design, claim, check, null, null),
          sink);
    }
    boolean needsExecution = check == null || left.contains(Form.LITMUS) || left.contains(Form.C);
    Counterexample.Explored first = needsExecution ? explore(progress, false) : null;
    boolean isWeak = first != null && first.isOfWeakMemory();
    boolean needsMore =
        isWeak && !forms.equals(List.of(Form.LITMUS)) && !isPromisedOnStrongMemory();
    write(
        left,
        new Counterexample(
            design,
            claim,
            check,
            needsMore ? explore(progress, true) : isWeak ? null : first,
            isWeak ? first : null),
        sink);
  }

  private void write(List<Form> forms, Counterexample found, Sink sink)
      throws IOException, InterruptedException {
    Forms writer = new Forms(found, notRun(), this::steps);
    for (Form form : forms) {
      sink.accept(writer.as(form));
    }
  }

  /** Why tools that might have found another counterexample did not run, or "". */
  private String notRun() {
    return NotRun.of(claim, tools.evidence().checks(), explorations);
  }

  /** The check that broke the claim, preferably a script. */
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

  /** Whether a search of interleavings would be in vain. */
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
    explorations = tools.evidence().explorations();
    for (ExplorationResult row : explorations) {
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
