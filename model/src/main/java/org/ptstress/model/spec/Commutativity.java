package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.IdPolicy;

/**
 * Whether two calls commute by the sequential specification: in either order both return the same,
 * and later calls cannot tell the orders apart. Two calls that commute need not share anything that
 * one of them writes (Clements et al., "The Scalable Commutativity Rule", SOSP 2013).
 */
public final class Commutativity {
  private static final int ID_BITS = 8;
  private static final int PROCESSES = 2;
  private static final int TIMERS = 4;

  /** Free ids, of which a call takes the one of its mark where any would do. */
  private static final int FIRST_CHOSEN = 200;

  private Commutativity() {}

  /** The effect of a call. */
  public enum Act {
    /** Looks whether a timer exists. */
    FIND,
    /** Reads the settings of a timer. */
    GETTIME,
    /** Changes the settings of a timer. */
    SETTIME,
    /** Creates a timer. */
    CREATE,
    /** Deletes a timer. */
    DELETE,
    /** Creates a timer at a given id. */
    CREATE_AT,
    /** Ends the process. */
    EXIT
  }

  /**
   * A call in a table where each process has the timers 0 to 3.
   *
   * @param act what it does
   * @param process the calling process, 0 or 1
   * @param id the id of the timer, or the wanted one; means nothing to a create or an exit
   */
  public record Op(Act act, int process, int id) {}

  /**
   * Whether two calls of different threads commute.
   *
   * @param policy how the table chooses the ids of a process
   * @param first a call
   * @param second another one
   * @return whether the order makes no difference
   */
  public static boolean commute(IdPolicy policy, Op first, Op second) {
    Table table = new Table(policy);
    Table other = new Table(policy);
    // In settings, a call leaves a mark of its own.
    Object a = table.call(first, 1);
    Object b = table.call(second, 2);
    Object d = other.call(second, 2);
    Object c = other.call(first, 1);
    return a.equals(c) && b.equals(d) && table.show().equals(other.show());
  }

  /** A table with some timers. */
  private static final class Table {
    private final List<SequentialIds> ids = new ArrayList<>();
    private final List<@Nullable Map<Integer, Integer>> settings = new ArrayList<>();

    private final boolean anyFree;

    Table(IdPolicy policy) {
      this.anyFree = policy == IdPolicy.ANY_FREE;
      for (int process = 0; process < PROCESSES; process++) {
        SequentialIds ofProcess = new SequentialIds(policy, ID_BITS);
        Map<Integer, Integer> timers = new TreeMap<>();
        for (int i = 0; i < TIMERS; i++) {
          timers.put(ofProcess.take(), 0);
        }
        ids.add(ofProcess);
        settings.add(timers);
      }
    }

    /** Makes a call; returns its result. */
    Object call(Op op, int mark) {
      Map<Integer, Integer> timers = settings.get(op.process());
      if (timers == null) {
        return CallResult.KILLED;
      }
      switch (op.act()) {
        case FIND -> {
          return timers.containsKey(op.id());
        }
        case GETTIME -> {
          return timers.getOrDefault(op.id(), -1);
        }
        case SETTIME -> {
          return timers.computeIfPresent(op.id(), (id, old) -> mark) != null;
        }
        case CREATE -> {
          // Of any free ids, two creates can choose two in either order.
          int id = anyFree ? FIRST_CHOSEN + mark : ids.get(op.process()).take();
          timers.put(id, 0);
          return id;
        }
        case DELETE -> {
          boolean existed = timers.remove(op.id()) != null;
          if (existed && !anyFree) {
            ids.get(op.process()).release(op.id());
          }
          return existed;
        }
        case CREATE_AT -> {
          // Where the counter goes is not specified.
          return timers.putIfAbsent(op.id(), 0) == null;
        }
        case EXIT -> {
          settings.set(op.process(), null);
          return CallResult.OK;
        }
      }
      throw new AssertionError(op);
    }

    /** All that later calls can see: which timers exist, their settings, and the next ids. */
    Map<Integer, Object> show() {
      Map<Integer, Object> shown = new HashMap<>();
      for (int process = 0; process < PROCESSES; process++) {
        Map<Integer, Integer> timers = settings.get(process);
        shown.put(
            process,
            timers == null ? "ended" : List.of(timers, anyFree ? "any" : ids.get(process).take()));
      }
      return shown;
    }
  }
}
