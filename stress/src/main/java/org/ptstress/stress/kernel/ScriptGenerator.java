package org.ptstress.stress.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;

/**
 * Generates the calls of a script at random, guided by the model's state: half of the calls use
 * existing timers, others deleted ones, timers of other processes, ids near INT_MAX and negative
 * ids.
 */
final class ScriptGenerator {
  private static final List<CallKind> CREATES =
      List.of(
          CallKind.CREATE_REALTIME,
          CallKind.CREATE_BOOTTIME,
          CallKind.CREATE_DEFAULT,
          CallKind.CREATE_RAW_CLOCK,
          CallKind.CREATE_BAD_CLOCK,
          CallKind.CREATE_BAD_SIGNAL,
          CallKind.CREATE_BAD_NOTIFY,
          CallKind.CREATE_BAD_POINTER,
          CallKind.CREATE_BAD_EVENT,
          CallKind.CREATE_ALL_BAD);

  private static final List<CallKind> FINDS =
      List.of(
          CallKind.GETTIME,
          CallKind.GETTIME,
          CallKind.GETTIME,
          CallKind.GETOVERRUN,
          CallKind.ARM,
          CallKind.ARM_PERIODIC,
          CallKind.DISARM,
          CallKind.SETTIME_BAD);

  private static final int MEMORY = 16;

  /** The bound of the draws, in thousandths, that do not end the process. */
  private static final int WITHOUT_ENDS = 980;

  private final SplittableRandom random;
  private final ModelMachine model;
  private final boolean limits;
  private final boolean jumps;

  /** Recently deleted ids. */
  private final Deque<Integer> deleted = new ArrayDeque<>();

  /** The current process: a switch of processes costs more than a call. */
  private int process;

  /**
   * Creates the generator of a script.
   *
   * @param seed equal seeds give equal scripts
   * @param model the model, which executes each call before the next is drawn
   * @param limits whether processes may have a resource limit
   */
  ScriptGenerator(long seed, ModelMachine model, boolean limits) {
    this(seed, model, limits, false);
  }

  private ScriptGenerator(long seed, ModelMachine model, boolean limits, boolean jumps) {
    this.jumps = jumps;
    this.random = new SplittableRandom(seed);
    this.model = model;
    this.limits = limits;
  }

  /**
   * Creates the generator of a script of one process, of which one call in ten sets the id counter.
   * The process is not replaced, so the counter stays at its address.
   *
   * @param seed equal seeds give equal scripts
   * @param model the model, which executes each call before the next is drawn
   * @return the generator
   */
  static ScriptGenerator ofJumps(long seed, ModelMachine model) {
    return new ScriptGenerator(seed, model, false, true);
  }

  /** The next call. */
  ScriptLine next() {
    if (jumps && random.nextInt(10) == 0) {
      return line(CallKind.COUNTER, jump());
    }
    if (!jumps && random.nextInt(4) == 0) {
      process = random.nextInt(ScriptLine.PROCESSES);
    }
    int dice = random.nextInt(jumps ? WITHOUT_ENDS : 1_000);
    if (dice < 300) {
      return line(CallKind.CREATE, anyId());
    }
    if (dice < 400) {
      return line(CREATES.get(random.nextInt(CREATES.size())), anyId());
    }
    if (dice < 600) {
      return delete();
    }
    if (dice < 880) {
      return line(FINDS.get(random.nextInt(FINDS.size())), idOfTimer(2));
    }
    if (dice < WITHOUT_ENDS) {
      boolean odd = random.nextInt(8) == 0;
      return line(CallKind.PRCTL, odd ? random.nextInt(6) - 1 : random.nextInt(2));
    }
    if (dice < 985) {
      return line(CallKind.FORK, 0);
    }
    if (dice < 990) {
      return line(CallKind.EXEC, 0);
    }
    boolean limited = limits && random.nextInt(4) != 0;
    return line(CallKind.START, limited ? random.nextInt(9) : -1);
  }

  private ScriptLine line(CallKind kind, int argument) {
    return new ScriptLine(process, kind, argument);
  }

  private ScriptLine delete() {
    int id = idOfTimer(4);
    deleted.addFirst(id);
    if (deleted.size() > MEMORY) {
      deleted.removeLast();
    }
    return line(CallKind.DELETE, id);
  }

  /** The id of a timer of the process, except once in a number of times. */
  private int idOfTimer(int times) {
    NavigableSet<Integer> own = model.live(process);
    return own.isEmpty() || random.nextInt(times) == 0 ? anyId() : pick(own);
  }

  /** A counter value just before a wrap, at a taken id, or at the first ids. */
  private int jump() {
    NavigableSet<Integer> own = model.live(process);
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(40);
      case 1 -> own.isEmpty() ? 0 : pick(own);
      default -> Integer.MAX_VALUE - random.nextInt(6);
    };
  }

  private int anyId() {
    NavigableSet<Integer> own = model.live(process);
    NavigableSet<Integer> others = model.live(random.nextInt(ScriptLine.PROCESSES));
    return switch (random.nextInt(10)) {
      case 0 -> Integer.MAX_VALUE - random.nextInt(4);
      case 1 -> Integer.MIN_VALUE + random.nextInt(4);
      case 2 -> -1 - random.nextInt(12);
      case 3 -> random.nextInt();
      case 4 -> own.isEmpty() ? 0 : pick(own);
      case 5 -> own.isEmpty() ? 1 : pick(own) + 1;
      case 6 -> others.isEmpty() ? 2 : pick(others);
      case 7 -> deleted.isEmpty() ? 3 : deleted.peekFirst();
      default -> random.nextInt(40);
    };
  }

  private int pick(NavigableSet<Integer> ids) {
    int index = random.nextInt(ids.size());
    for (int id : ids) {
      if (index-- == 0) {
        return id;
      }
    }
    throw new IllegalStateException("The index is within the set.");
  }
}
