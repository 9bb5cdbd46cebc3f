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

/**
 * Goes through the executions of a program, and keeps the first of each kind that is looked for.
 */
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
   * Prepares.
   *
   * @param explorer executes the program
   * @param program the program
   * @param findings what an ending, so far from the plainest one, shows that is looked for; nothing
   *     if it is all right
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
   * The first execution that showed something.
   *
   * @param finding what it showed
   * @param ending how it ended
   * @param path where it differs from the plainest execution
   * @param distance how far
   * @param execution the number of the execution, from 1
   */
  public record Witness(
      String finding, Ending ending, String path, Bounds distance, long execution) {}

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
   * Executes the program without interrupting anyone, each actor first in turn, so that all classes
   * are initialised: an actor that is interrupted while it initialises one would hold up others
   * that need it.
   */
  public void initialise() {
    for (int actor = 0; actor < program.actors(); actor++) {
      Path path = new Path();
      path.add(0, Path.ACTOR, actor);
      explorer.execute(program, new Replay(path));
    }
  }

  /**
   * Goes through all executions within bounds, those with fewer preemptions and stale reads first.
   *
   * @param bounds the bounds
   * @return the largest bounds within which none is left: these, or smaller ones if it was told to
   *     stop; null if there are none
   */
  public @Nullable Bounds exhaust(Bounds bounds) {
    return exhaust(BoundedChoices.within(bounds));
  }

  /**
   * Goes through some of the executions within bounds: those without preemptions and stale reads,
   * and those whose first one is at certain steps. The parts of different JVMs add up to all
   * executions if these have the same {@link #tree}.
   *
   * @param bounds the bounds
   * @param slice whether a step, by its number, is one of those
   * @return the largest bounds within which none of these is left; null if there are none
   */
  public @Nullable Bounds exhaust(Bounds bounds, IntPredicate slice) {
    return exhaust(BoundedChoices.within(bounds, slice));
  }

  /** Goes through all executions, in no order that matters. */
  public void exhaustAll() {
    exhaust(BoundedChoices.all());
  }

  private @Nullable Bounds exhaust(BoundedChoices choices) {
    boolean isLeft = true;
    int plainest = 0;
    while (isLeft && goesOn.getAsBoolean()) {
      note(explorer.execute(program, choices));
      plainest = plainest == 0 ? explorer.accesses() : plainest;
      if (choices.isConsistent() && explorer.learn()) {
        choices.restart();
      } else {
        isLeft = choices.advance();
      }
    }
    consistent &= choices.isConsistent();
    // Before walks learn what was not known when this was divided.
    tree = String.format(Locale.ROOT, "%d steps, %08x", plainest, explorer.shared().hashCode());
    return choices.exhausted();
  }

  /**
   * Walks at random, unless it is told to stop.
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
    for (String finding : findings.apply(ending, explorer.distance())) {
      if (!witnesses.containsKey(finding)) {
        witnesses.put(
            finding,
            new Witness(finding, ending, explorer.path(), explorer.distance(), executions));
      }
    }
  }

  /**
   * Executes the program as a witness was, and keeps a trace.
   *
   * @param path the path of the witness
   * @param trace receives the steps
   * @return how it ended, as the witness did if nothing is wrong
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
   * What tells the executions that {@link #exhaust} went through last from those of another
   * program: the steps of the plainest one, and where others may go on, as far as was learned then.
   *
   * @return such as "118 steps, 9f3ac01d"; "" before
   */
  public String tree() {
    return tree;
  }

  /**
   * Whether the program did the same whenever the same was chosen.
   *
   * @return false if what was found, and that nothing was, means nothing
   */
  public boolean isConsistent() {
    return consistent;
  }
}
