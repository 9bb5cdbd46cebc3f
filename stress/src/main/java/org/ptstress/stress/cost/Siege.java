package org.ptstress.stress.cost;

import static java.util.Objects.requireNonNull;
import static org.ptstress.run.cost.SearchSteps.ENDLESS;
import static org.ptstress.stress.cost.FullProcess.IDS;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ptstress.model.Design;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.stress.cost.Adversary.Call;
import org.ptstress.stress.cost.Adversary.Search;
import org.ptstress.stress.engine.record.Duel;
import org.ptstress.stress.engine.record.Duel.Move;
import org.ptstress.stress.engine.record.Recorder;

/**
 * Counts the steps of a create that finds all ids taken, alone and under an adversary that deletes
 * and creates one timer. The counter then wraps around to that timer's id, wherever the search is.
 * A search that ends only at its start never terminates as long as the adversary moves it past that
 * point.
 */
final class Siege implements AutoCloseable {
  /** The approximate number of distances tried between turns of the adversary in long searches. */
  private static final long DISTANCES = 200;

  /** The numbers of rounds of the adversary. */
  private static final int[] ROUNDS = {1, 2, 4};

  private final Design design;
  private final Duel duel = new Duel();
  private final Map<Beside, Search> searches = new HashMap<>();
  private long creates;

  /** The id that is free at first, or one past the last, and what the adversary does. */
  private record Beside(int free, List<Call> calls) {}

  private Siege(Design design) {
    this.design = design;
  }

  /** Counts the steps of the creates of a design. */
  static SearchSteps steps(Design design) {
    try (Siege siege = new Siege(design)) {
      // Once before, for what is initialised when it is used first.
      siege.alone(IDS);
      siege.beside(1, 1);
      return siege.steps();
    } catch (IllegalStateException e) {
      return SearchSteps.none("a create cannot be interrupted everywhere: " + e.getMessage());
    }
  }

  private SearchSteps steps() {
    long[] free = new long[IDS];
    for (int id = 0; id < IDS; id++) {
      free[id] = alone(id);
    }
    long full = alone(IDS);
    long bound = LongStream.of(free).max().orElseThrow();
    boolean comesBack = comesBack(bound, full);
    long[] beside = new long[ROUNDS.length];
    Arrays.setAll(beside, i -> beside(ROUNDS[i], bound));
    SearchSteps steps = steps(free, comesBack, full, beside);
    for (int id = IDS; id >= 0 && !steps.exceedsBound(); id--) {
      long[] prolonged = prolonged(id, Math.max(bound, full));
      Arrays.setAll(beside, i -> Math.max(beside[i], prolonged[ROUNDS[i] - 1]));
      steps = steps(free, comesBack, full, beside);
    }
    return steps;
  }

  private SearchSteps steps(long[] free, boolean comesBack, long full, long[] beside) {
    return new SearchSteps(
        "",
        creates,
        IDS,
        comesBack,
        LongStream.of(free).max().orElseThrow(),
        Math.max(0, free[IDS - 1] - free[IDS - 2]),
        full,
        beside[0],
        beside[1],
        beside[2]);
  }

  /**
   * The steps after each round of an adversary that may let the search go on between a delete and a
   * create, or 0 where it does not prolong it.
   *
   * @param free the id that is free at first, or one past the last
   * @param bound the steps of a search that is not prolonged
   */
  private long[] prolonged(int free, long bound) {
    return new Adversary(calls -> search(free, calls), bound)
        .prolong(ROUNDS[ROUNDS.length - 1], free == IDS);
  }

  /**
   * Whether the search returns to its first id, which is then found later than any other if it is
   * freed in the middle of the search; or to all ids: it is longer than one to the last of them,
   * and each is found although it is freed later than a create ends that finds the first one free.
   *
   * @param bound the steps of a create that finds the last id free
   * @param full the steps of one that finds none
   */
  private boolean comesBack(long bound, long full) {
    long farthest = Math.max(bound, full);
    int first = new FullProcess(design, mark -> {}).empty().create();
    long[] latest = new long[IDS];
    for (int id = 0; id < IDS; id++) {
      for (long after = 1; after <= farthest; after += 1 + farthest / DISTANCES) {
        if (search(IDS, List.of(new Call(after, id))).finds()) {
          latest[id] = after;
        }
      }
    }
    long ofOthers =
        IntStream.range(0, IDS)
            .filter(id -> id != first)
            .mapToLong(id -> latest[id])
            .max()
            .orElse(0);
    // A search that tries a single id finds no other.
    return (ofOthers > 0 && ofOthers < latest[first])
        || (full > bound && LongStream.of(latest).min().orElseThrow() > alone(first));
  }

  /** The steps of a create that finds one id free, or none for an id past the last. */
  private long alone(int free) {
    Recorder recorder = new Recorder();
    creates++;
    return recorder
        .record(new FullProcess(design, recorder::inner).without(free)::create)
        .steps(true);
  }

  /** The maximum of steps over all ids of the adversary and all distances between its turns. */
  private long beside(int rounds, long farthest) {
    long most = 0;
    for (int id = 0; id < IDS; id++) {
      for (long every = 1; every <= farthest; every += 1 + farthest / DISTANCES) {
        most = Math.max(most, steps(id, every, rounds));
      }
    }
    return most;
  }

  private long steps(int id, long every, int rounds) {
    creates++;
    FullProcess full = new FullProcess(design, duel::counts);
    List<Move> moves =
        IntStream.rangeClosed(1, rounds)
            .mapToObj(round -> new Move(round * every, () -> full.goAround(id)))
            .toList();
    return duel.steps(full::create, moves, ENDLESS);
  }

  /** A search beside calls where one id is free at first, or none for an id past the last. */
  private Search search(int free, List<Call> calls) {
    Beside beside = new Beside(free, List.copyOf(calls));
    return requireNonNull(searches.computeIfAbsent(beside, this::search));
  }

  private Search search(Beside beside) {
    creates++;
    FullProcess process = new FullProcess(design, duel::counts).without(beside.free);
    List<Move> moves =
        beside.calls.stream().map(call -> new Move(call.after(), () -> call.on(process))).toList();
    boolean[] finds = new boolean[1];
    long steps = duel.steps(() -> finds[0] = process.create() >= 0, moves, ENDLESS);
    return new Search(finds[0], steps);
  }

  @Override
  public void close() {
    duel.close();
  }
}
