package org.ptstress.stress.engine.explore;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.choice.BoundedChoices;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.choice.Path;
import org.ptstress.stress.engine.choice.RandomChoices;
import org.ptstress.stress.engine.choice.Replay;

/** Enumerates the executions of a program and keeps the first witness of each finding. */
public final class Search {
  /** Random executions of the warm-up, which learns the shared locations. */
  private static final int WARM_UP = 50;

  private final Explorer explorer;
  private final Program program;
  private final BiFunction<Ending, Bounds, Iterable<String>> findings;
  private final BooleanSupplier goesOn;
  private final Map<String, Witness> witnesses = new LinkedHashMap<>();
  private long executions;
  private boolean consistent = true;
  private String tree = "";

  /**
   * Creates a search.
   *
   * @param explorer executes the program
   * @param program the program
   * @param findings maps an ending and its distance from the plainest execution to findings; empty
   *     for a good ending
   * @param goesOn asked before each execution
   */
  public Search(
      Explorer explorer,
      Program program,
      BiFunction<Ending, Bounds, Iterable<String>> findings,
      BooleanSupplier goesOn) {
    this.explorer = explorer;
    this.program = program;
    this.findings = findings;
    this.goesOn = goesOn;
  }

  /**
   * The first execution with a finding.
   *
   * @param finding the finding
   * @param ending how it ended
   * @param path where it differs from the plainest execution
   * @param distance how far
   */
  public record Witness(String finding, Ending ending, String path, Bounds distance) {}

  /**
   * Learns which locations are shared, after {@link #initialise}.
   *
   * @param seed any number
   * @param bounds bounds of the executions
   */
  public void warmUp(long seed, Bounds bounds) {
    explorer.forget();
    RandomChoices choices = new RandomChoices(seed, bounds);
    for (int i = 0; i < WARM_UP; i++) {
      explorer.execute(program, choices);
      explorer.learn();
    }
  }

  /**
   * Executes the program without preemptions, starting with each actor in turn, so that all classes
   * are initialised: an actor preempted in a class initialiser would block others that need the
   * class.
   */
  public void initialise() {
    for (int actor = 0; actor < program.actors(); actor++) {
      Path path = new Path();
      path.add(0, Path.ACTOR, actor);
      explorer.execute(program, new Replay(path));
    }
  }

  /**
   * Explores all executions within bounds, those with fewer preemptions and stale reads first.
   *
   * @param bounds the bounds
   * @return the largest bounds within which none is left: the given ones, or smaller ones if the
   *     search was stopped; null if there are none
   */
  public @Nullable Bounds exhaust(Bounds bounds) {
    return exhaust(BoundedChoices.within(bounds));
  }

  /**
   * Explores a slice of the executions within bounds: those without preemptions and stale reads,
   * and those whose first one is at certain steps. Slices of different JVMs add up to all
   * executions if they have the same {@link #tree}.
   *
   * @param bounds the bounds
   * @param slice whether a step, by its number, is one of those
   * @return the largest bounds within which none of these is left; null if there are none
   */
  public @Nullable Bounds exhaust(Bounds bounds, IntPredicate slice) {
    return exhaust(BoundedChoices.within(bounds, slice));
  }

  /** Explores all executions, in any order. */
  public void exhaustAll() {
    exhaust(BoundedChoices.all());
  }

  private @Nullable Bounds exhaust(BoundedChoices choices) {
    boolean isLeft = true;
    int plainest = 0;
    while (isLeft && goesOn.getAsBoolean()) {
      if (choices.isEquivalent()) {
        executions++;
        isLeft = choices.advance();
        continue;
      }
      note(explorer.execute(program, choices));
      plainest = plainest == 0 ? explorer.accesses() : plainest;
      if (choices.isConsistent() && explorer.learn()) {
        choices.restart();
      } else {
        isLeft = choices.advance();
      }
    }
    consistent &= choices.isConsistent();
    // Computed before walks learn of more shared locations than the division was based on.
    tree = String.format(Locale.ROOT, "%d steps, %08x", plainest, explorer.learned().hashCode());
    return choices.exhausted();
  }

  /**
   * Runs random walks until told to stop.
   *
   * @param seed the number that decides the walks
   * @param bounds the bounds; of stale reads only whether there are any
   * @param walks how many
   */
  public void walk(long seed, Bounds bounds, int walks) {
    RandomChoices choices = new RandomChoices(seed, bounds);
    for (int i = 0; i < walks && goesOn.getAsBoolean(); i++) {
      note(explorer.execute(program, choices));
      explorer.learn();
    }
  }

  private void note(Ending ending) {
    executions++;
    if (ending.kind() == Ending.Kind.REDUNDANT) {
      return;
    }
    for (String finding : findings.apply(ending, explorer.distance())) {
      if (!witnesses.containsKey(finding)) {
        witnesses.put(finding, new Witness(finding, ending, explorer.path(), explorer.distance()));
      }
    }
  }

  /**
   * Replays a witness and traces its steps.
   *
   * @param path the path of the witness
   * @param trace receives the steps
   * @return the ending, that of the witness if the program is deterministic
   */
  public Ending replay(String path, Trace trace) {
    return explorer.execute(program, new Replay(Path.parse(path)), trace);
  }

  /**
   * The witnesses.
   *
   * @return the first witness of each finding
   */
  public Map<String, Witness> witnesses() {
    return witnesses;
  }

  /**
   * The number of executions.
   *
   * @return the executions so far, without those of the warm-up
   */
  public long executions() {
    return executions;
  }

  /**
   * A fingerprint of the execution tree that {@link #exhaust} explored last: the steps of the
   * plainest execution, and the shared locations known then.
   *
   * @return such as "118 steps, 9f3ac01d"; "" before
   */
  public String tree() {
    return tree;
  }

  /**
   * Whether the program was deterministic for equal choices.
   *
   * @return false if neither a finding nor its absence means anything
   */
  public boolean isConsistent() {
    return consistent;
  }
}
