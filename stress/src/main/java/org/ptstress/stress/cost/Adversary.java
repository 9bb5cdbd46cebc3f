package org.ptstress.stress.cost;

import static org.ptstress.run.cost.SearchSteps.ENDLESS;
import static org.ptstress.stress.cost.FullProcess.IDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Prolongs a search by creates and deletes of another thread in turn, while the search goes on
 * between them. Each call comes after the step, and deletes the id, that makes the search longest.
 * The adversary gives up when no further round makes it longer.
 */
final class Adversary {
  /** The approximate number of steps tried for one call in long searches. */
  private static final long PLACES = 200;

  private static final int[] ALL = IntStream.range(0, IDS).toArray();
  private static final int[] NONE = {IDS};

  private final Function<List<Call>, Search> search;
  private final List<Call> calls = new ArrayList<>();
  private long bound;

  /** The steps of the search beside the calls. */
  private long end;

  /**
   * A call of the adversary.
   *
   * @param after the steps of the search before it
   * @param id the id that it deletes, or {@link FullProcess#IDS} for a create
   */
  record Call(long after, int id) {
    void on(FullProcess process) {
      if (id < IDS) {
        process.without(id);
      } else {
        process.take();
      }
    }
  }

  /**
   * What became of a search.
   *
   * @param finds whether it found an id
   * @param steps its steps
   */
  record Search(boolean finds, long steps) {}

  /**
   * An adversary that has made no call.
   *
   * @param search a search beside some calls
   * @param bound the steps that a search may have without being prolonged
   */
  Adversary(Function<List<Call>, Search> search, long bound) {
    this.search = search;
    this.bound = bound;
  }

  /**
   * Makes some rounds of two calls.
   *
   * @param deletes whether the first call is a delete
   * @return the steps of the search after each round, or 0 where none prolongs it
   */
  long[] prolong(int rounds, boolean deletes) {
    long[] steps = new long[rounds];
    for (int i = 0; i < rounds && call(deletes) && call(!deletes); i++) {
      bound = end;
      Arrays.fill(steps, i, rounds, end);
    }
    return steps;
  }

  /**
   * Adds the call beside which the search is longest, if that is longer than a round before.
   * Creates must take the id before the search does.
   */
  private boolean call(boolean deletes) {
    long first = calls.isEmpty() ? 1 : calls.get(calls.size() - 1).after() + 1;
    long last = calls.isEmpty() ? search.apply(calls).steps() : end;
    Call best = null;
    long longest = bound;
    for (long after = first; after <= last && longest < ENDLESS; after += 1 + last / PLACES) {
      for (int id : deletes ? ALL : NONE) {
        Call call = new Call(after, id);
        calls.add(call);
        Search beside = search.apply(calls);
        calls.remove(calls.size() - 1);
        if (beside.steps() > longest && (deletes || !beside.finds())) {
          longest = beside.steps();
          best = call;
        }
      }
    }
    if (best == null) {
      return false;
    }
    calls.add(best);
    end = longest;
    return true;
  }
}
