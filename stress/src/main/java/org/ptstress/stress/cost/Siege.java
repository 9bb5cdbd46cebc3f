package org.ptstress.stress.cost;

import static org.ptstress.run.cost.SearchSteps.ENDLESS;

import java.util.stream.IntStream;
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
import org.ptstress.stress.engine.record.Recording;

/**
 * Counts the steps of a create that finds all ids taken, alone and beside an adversary that deletes
 * and creates one timer: then the counter goes around to its id, wherever the search has come to. A
 * search that ends only where it has begun so never does, as long as the adversary takes it past
 * that.
 */
final class Siege implements AutoCloseable {
  private static final int ID_BITS = 2;
  private static final int IDS = 1 << ID_BITS;

  /** So many that no two ids share one. */
  private static final int BUCKETS = 512;

  private static final int CPUS = 8;
  private static final int SEED = 2012;

  /** About how many distances are tried between two turns of the adversary, of long searches. */
  private static final long DISTANCES = 200;

  private final Design design;
  private final Duel duel = new Duel();
  private long creates;

  private Siege(Design design) {
    this.design = design;
  }

  /** A process with a timer for each id, and with its counter on the first one. */
  private final class Full {
    private final TimerSyscalls calls;
    private final Process process;
    private final SigEvent event = SigEvent.of(1);

    Full(MarkedTable.Mark mark) {
      TableConfig config =
          new TableConfig(ID_BITS, BUCKETS, CPUS, LockKind.TICKET, ReclamationKind.COLLECTOR);
      // The same heights of the nodes of a skip list in every table.
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

    /** Without one of its timers, or with all of them. */
    Full without(int id) {
      if (id < IDS) {
        calls.timerDelete(process, id);
      }
      return this;
    }

    /** Without its timers. */
    Full empty() {
      for (int id = 0; id < IDS; id++) {
        without(id);
      }
      return this;
    }

    /** Takes the counter around to an id; a design may fail some times before it is there. */
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
    Recording oneBefore = alone(IDS - 2);
    Recording lastFree = alone(IDS - 1);
    Recording full = alone(IDS);
    long bound = 0;
    for (int free = 0; free < IDS; free++) {
      bound = Math.max(bound, alone(free).steps(true));
    }
    long once = beside(1, bound);
    long twice = beside(2, bound);
    long fourTimes = beside(4, bound);
    return new SearchSteps(
        "",
        creates,
        IDS,
        comesBack(bound),
        bound,
        Math.max(0, lastFree.steps(true) - oneBefore.steps(true)),
        full.steps(true),
        once,
        twice,
        fourTimes);
  }

  /**
   * Whether the search comes back to the id that it tried first: freed in the middle, that one is
   * found later than any other.
   */
  private boolean comesBack(long farthest) {
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
    // A search of a single id finds no other one.
    return ofOthers > 0 && ofOthers < latest[first];
  }

  /** What a create returns if an id is freed after some of its steps. */
  private int freed(int id, long after) {
    creates++;
    Full full = new Full(duel::counts);
    int[] result = new int[1];
    duel.steps(() -> result[0] = full.create(), () -> full.without(id), after, 1, ENDLESS);
    return result[0];
  }

  private Recording alone(int free) {
    Recorder recorder = new Recorder();
    creates++;
    return recorder.record(new Full(recorder::inner).without(free)::create);
  }

  /** The most steps, whichever id the adversary goes to, and however far its turns are apart. */
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
