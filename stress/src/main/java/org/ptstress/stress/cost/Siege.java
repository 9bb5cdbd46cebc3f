package org.ptstress.stress.cost;

import java.util.Map;
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
import org.ptstress.stress.engine.record.Duel;
import org.ptstress.stress.engine.record.Kind;
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
    Recording firstFree = alone(0);
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
        tries(firstFree, oneBefore, lastFree, full),
        bound,
        Math.max(0, lastFree.steps(true) - oneBefore.steps(true)),
        full.steps(true),
        once,
        twice,
        fourTimes);
  }

  /**
   * How many ids were tried where none is free. By the fields that every try accesses, such as a
   * counter: one in vain so often as the last one is accessed more than the one before; and if it
   * finds nothing, it accesses them no more than where it finds the last id free.
   */
  private static long tries(
      Recording firstFree, Recording oneBefore, Recording lastFree, Recording full) {
    long more = 0;
    for (String field : firstFree.fields(true).keySet()) {
      long ofOneTry = accesses(lastFree, field) - accesses(oneBefore, field);
      if (ofOneTry > 0 && accesses(firstFree, field) > 0) {
        more = Math.max(more, (accesses(full, field) - accesses(lastFree, field)) / ofOneTry);
      }
    }
    return IDS + more;
  }

  private static long accesses(Recording recording, String field) {
    long accesses = 0;
    for (Map.Entry<Kind, Long> of :
        recording.fields(true).getOrDefault(field, Map.of()).entrySet()) {
      accesses += of.getKey() == Kind.ALLOCATION ? 0 : of.getValue();
    }
    return accesses;
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
    return duel.steps(full::create, () -> full.goAround(id), every, rounds, SearchSteps.ENDLESS);
  }

  @Override
  public void close() {
    duel.close();
  }
}
