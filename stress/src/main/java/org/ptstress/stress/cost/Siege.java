package org.ptstress.stress.cost;

import static org.ptstress.run.cost.SearchSteps.ENDLESS;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.record.Duel;
import org.ptstress.stress.engine.record.Recorder;

/**
 * Counts the steps of a create that finds all ids taken, alone and under an adversary that deletes
 * and creates one timer. The counter then wraps around to that timer's id, wherever the search is.
 * A search that ends only at its start never terminates as long as the adversary moves it past that
 * point.
 */
final class Siege implements AutoCloseable {
  private static final int ID_BITS = 2;
  private static final int IDS = 1 << ID_BITS;

  /** More than ids, so that no two share a bucket. */
  private static final int BUCKETS = 512;

  private static final int CPUS = 8;
  private static final int SEED = 2012;

  /** The approximate number of distances tried between turns of the adversary in long searches. */
  private static final long DISTANCES = 200;

  private final Design design;
  private final Duel duel = new Duel();
  private long creates;

  private Siege(Design design) {
    this.design = design;
  }

  /** A process with a timer at each id, and with its counter at the first one. */
  private final class Full {
    private final TimerSyscalls calls;
    private final Process process;
    private final SigEvent event = SigEvent.of(1);

    Full(MarkedTable.Mark mark) {
      TableConfig config =
          new TableConfig(ID_BITS, BUCKETS, CPUS, LockKind.TICKET, ReclamationKind.COLLECTOR);
      // Gives the nodes of a skip list the same heights in every table.
      Memory.seed(1);
      Rcu rcu = config.reclamation().newRcu();
      calls = new TimerSyscalls(new MarkedTable(design.newTable(config, rcu), mark), config, rcu);
      process = new Process(new SlabAddresses(SEED).next(), Integer.MAX_VALUE, config.locks());
      for (int i = 0; i < IDS; i++) {
        create();
      }
      process.setNextTimerId(0);
    }

    /** Returns the id, or a negative number. */
    int create() {
      UserId id = UserId.of(0);
      int error = calls.timerCreate(process, ClockId.MONOTONIC, event, id);
      return error == 0 ? id.get() : Math.min(error, -1);
    }

    /** Deletes one timer, or none for an id past the last. */
    Full without(int id) {
      if (id < IDS) {
        calls.timerDelete(process, id);
      }
      return this;
    }

    /** Deletes all timers. */
    Full empty() {
      for (int id = 0; id < IDS; id++) {
        without(id);
      }
      return this;
    }

    /** Wraps the counter around to an id; a design may fail some creates before it gets there. */
    void goAround(int id) {
      without(id);
      int tries = 0;
      while (tries < 4 * IDS && create() != id) {
        tries++;
      }
    }
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
    long once = beside(1, bound);
    long twice = beside(2, bound);
    long fourTimes = beside(4, bound);
    return new SearchSteps(
        "",
        creates,
        IDS,
        comesBack(bound, full),
        bound,
        Math.max(0, free[IDS - 1] - free[IDS - 2]),
        full,
        once,
        twice,
        fourTimes);
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
    int first = new Full(mark -> {}).empty().create();
    long[] latest = new long[IDS];
    for (int id = 0; id < IDS; id++) {
      for (long after = 1; after <= farthest; after += 1 + farthest / DISTANCES) {
        if (freed(id, after) >= 0) {
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

  /** The result of a create if an id is freed after some of its steps. */
  private int freed(int id, long after) {
    creates++;
    Full full = new Full(duel::counts);
    int[] result = new int[1];
    duel.steps(() -> result[0] = full.create(), () -> full.without(id), after, 1, ENDLESS);
    return result[0];
  }

  /** The steps of a create that finds one id free, or none for an id past the last. */
  private long alone(int free) {
    Recorder recorder = new Recorder();
    creates++;
    return recorder.record(new Full(recorder::inner).without(free)::create).steps(true);
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
    Full full = new Full(duel::counts);
    return duel.steps(full::create, () -> full.goAround(id), every, rounds, ENDLESS);
  }

  @Override
  public void close() {
    duel.close();
  }
}
