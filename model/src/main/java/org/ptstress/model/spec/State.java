package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sequential specification: which timers exist, and how far each actor is. It knows how many
 * ids are taken, but which ones only where a call asks for an exact id, or where the scenario is
 * about the wrap that the changelog of the RFC describes: there a counter chooses every id.
 */
final class State {
  /** The state of a timer. */
  enum Life {
    /** Not created, or its create failed. */
    NONE,
    /** It has its id, but cannot be found yet. */
    TAKEN,
    FINDABLE,
    /** It cannot be found any more, but still has its id. */
    INVALID,
    /** Its id is free. */
    GONE
  }

  private static final int ANY_ID = -1;

  final List<List<CallResult>> results;
  private final long capacity;
  private final boolean sharedIds;
  private final boolean wrapsAsDescribed;

  /** Whether a wanted id is taken as long as the process has one that is not known. */
  private boolean unknownIsWanted;

  private final Life[] lives;
  private final int[] ids;
  private final int[] owners;

  /** The number of steps of its current call that each actor has made. */
  private final int[] progress;

  /** The number of calls under way in each process. */
  private final int[] inside;

  private final Set<Integer> exiting;

  /** The id counter of each process; used only if they wrap as described. */
  private final long[] counters;

  /**
   * Nothing has happened yet.
   *
   * @param sharedIds whether an id that one process has is taken for all
   */
  State(Scenario scenario, int timers, boolean sharedIds) {
    int actors = scenario.actors().size();
    this.sharedIds = sharedIds;
    this.wrapsAsDescribed = scenario.wrapsAsDescribed();
    this.counters = new long[scenario.processes()];
    this.capacity = 1L << scenario.idBits();
    this.results = new ArrayList<>();
    for (int i = 0; i < actors; i++) {
      results.add(List.of());
    }
    this.lives = new Life[timers];
    Arrays.fill(lives, Life.NONE);
    this.ids = new int[timers];
    this.owners = new int[timers];
    this.progress = new int[actors];
    this.inside = new int[scenario.processes()];
    this.exiting = new HashSet<>();
  }

  State(State other) {
    this.results = new ArrayList<>(other.results);
    this.capacity = other.capacity;
    this.sharedIds = other.sharedIds;
    this.wrapsAsDescribed = other.wrapsAsDescribed;
    this.unknownIsWanted = other.unknownIsWanted;
    this.counters = other.counters.clone();
    this.lives = other.lives.clone();
    this.ids = other.ids.clone();
    this.owners = other.owners.clone();
    this.progress = other.progress.clone();
    this.inside = other.inside.clone();
    this.exiting = new HashSet<>(other.exiting);
  }

  /** From now on a plain create takes whichever id its process wants to restore. */
  void takeWantedIds() {
    unknownIsWanted = true;
  }

  /** Moves the counter of process 0 on, by creates and deletes. */
  void advance(int creates) {
    for (int i = 0; wrapsAsDescribed && i < creates; i++) {
      takeNext(0);
    }
  }

  /**
   * The search that the changelog describes, as one step.
   *
   * @return the id, or -1 if the counter came to the end
   */
  private int takeNext(int process) {
    long id = counters[process];
    while (id < capacity && isTaken(process, (int) id)) {
      id++;
    }
    boolean atEnd = id == capacity;
    counters[process] = atEnd ? 0 : id + 1;
    return atEnd ? -1 : (int) id;
  }

  /** Whether the call's next step has to wait: an exit waits for the calls of its process. */
  boolean isBlocked(Call call) {
    return (call instanceof Call.Exit || call instanceof Call.Exec)
        && exiting.contains(call.process())
        && inside[call.process()] > 0;
  }

  /**
   * Makes one step of a call.
   *
   * @return the result if that was its last step, or null
   */
  @Nullable CallResult step(int actor, Call call, Map<String, Integer> timers) {
    Integer timer = timers.get(Scenario.timerOf(call));
    int step = progress[actor]++;
    CallResult result = next(step, call, timer == null ? -1 : timer);
    if (result != null) {
      progress[actor] = 0;
    }
    return result;
  }

  private @Nullable CallResult next(int step, Call call, int timer) {
    if (call instanceof Call.Create) {
      return create(step, call.process(), timer, ANY_ID);
    } else if (call instanceof Call.FailingCreate) {
      return failingCreate(step, call.process(), timer);
    } else if (call instanceof Call.CreateAt createAt) {
      return create(step, call.process(), timer, createAt.id());
    } else if (call instanceof Call.Restore restore) {
      return create(step, call.process(), timer, restore.id());
    } else if (call instanceof Call.MoveCounter move) {
      counters[move.process()] = move.id();
      return CallResult.OK;
    } else if (call instanceof Call.Gettime && lives[timer] == Life.NONE) {
      return CallResult.SKIPPED;
    } else if (call instanceof Call.Gettime || call instanceof Call.GettimeId) {
      return timer >= 0 && lives[timer] == Life.FINDABLE && owners[timer] == call.process()
          ? CallResult.FOUND
          : CallResult.EINVAL;
    } else if (call instanceof Call.Delete) {
      return delete(step, call.process(), timer);
    } else if (call instanceof Call.Exit) {
      return exit(step, call.process());
    } else if (call instanceof Call.Exec) {
      return exec(step, call.process());
    } else if (call instanceof Call.Fork) {
      exiting.remove(call.process());
      counters[call.process()] = 0;
    }
    return CallResult.OK;
  }

  private @Nullable CallResult create(int step, int process, int timer, int id) {
    switch (step) {
      case 0 -> {
        if (exiting.contains(process)) {
          return CallResult.KILLED;
        }
        inside[process]++;
        return null;
      }
      case 1 -> {
        if (id != ANY_ID && (isTaken(process, id) || isTakenByUnknown(process))) {
          inside[process]--;
          return CallResult.EBUSY;
        }
        int chosen = id == ANY_ID && wrapsAsDescribed ? takeNext(process) : id;
        if (wrapsAsDescribed ? chosen < 0 : taken(process) == capacity) {
          inside[process]--;
          return CallResult.EAGAIN;
        }
        lives[timer] = Life.TAKEN;
        owners[timer] = process;
        ids[timer] = chosen;
        return null;
      }
      default -> {
        lives[timer] = Life.FINDABLE;
        inside[process]--;
        return CallResult.OK;
      }
    }
  }

  private @Nullable CallResult failingCreate(int step, int process, int timer) {
    if (step < 2) {
      return create(step, process, timer, ANY_ID);
    }
    lives[timer] = Life.GONE;
    inside[process]--;
    return CallResult.EINVAL;
  }

  private @Nullable CallResult delete(int step, int process, int timer) {
    switch (step) {
      case 0 -> {
        if (lives[timer] == Life.NONE) {
          // The create failed, so there is no id to delete and no call.
          return CallResult.SKIPPED;
        }
        if (exiting.contains(process)) {
          return CallResult.KILLED;
        }
        inside[process]++;
        return null;
      }
      case 1 -> {
        if (lives[timer] != Life.FINDABLE) {
          inside[process]--;
          return CallResult.EINVAL;
        }
        lives[timer] = Life.INVALID;
        return null;
      }
      default -> {
        lives[timer] = Life.GONE;
        inside[process]--;
        return CallResult.OK;
      }
    }
  }

  private @Nullable CallResult exit(int step, int process) {
    if (step == 0) {
      exiting.add(process);
      return null;
    }
    for (int timer = 0; timer < lives.length; timer++) {
      if (holdsId(timer, process)) {
        lives[timer] = Life.GONE;
      }
    }
    return CallResult.OK;
  }

  private @Nullable CallResult exec(int step, int process) {
    CallResult result = exit(step, process);
    if (result != null) {
      exiting.remove(process);
    }
    return result;
  }

  private long taken(int process) {
    long count = 0;
    for (int timer = 0; timer < lives.length; timer++) {
      if (holdsIdFor(timer, process)) {
        count++;
      }
    }
    return count;
  }

  private boolean holdsId(int timer, int process) {
    return lives[timer] != Life.NONE && lives[timer] != Life.GONE && owners[timer] == process;
  }

  private boolean holdsIdFor(int timer, int process) {
    return sharedIds
        ? lives[timer] != Life.NONE && lives[timer] != Life.GONE
        : holdsId(timer, process);
  }

  /** Whether a plain create has taken the wanted id, if that is to be so. */
  private boolean isTakenByUnknown(int process) {
    for (int timer = 0; timer < lives.length && unknownIsWanted; timer++) {
      if (holdsId(timer, process) && ids[timer] == ANY_ID) {
        return true;
      }
    }
    return false;
  }

  private boolean isTaken(int process, int id) {
    for (int timer = 0; timer < lives.length; timer++) {
      if (holdsIdFor(timer, process) && ids[timer] == id) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State that
        && results.equals(that.results)
        && Arrays.equals(lives, that.lives)
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(counters, that.counters)
        && Arrays.equals(progress, that.progress)
        && Arrays.equals(inside, that.inside)
        && exiting.equals(that.exiting);
  }

  @Override
  public int hashCode() {
    return results.hashCode() * 31 + Arrays.hashCode(lives) * 17 + Arrays.hashCode(progress);
  }
}
