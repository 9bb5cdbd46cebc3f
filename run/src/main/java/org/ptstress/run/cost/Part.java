package org.ptstress.run.cost;

import java.util.Map;

/** Whose a location is. */
public enum Part {
  /** The design's: its table, and what it keeps in a process or links timers with. */
  TABLE("table"),
  /** The list of timers of a process, and its lock. */
  PROCESS("process"),
  /** A timer's own. */
  TIMER("timer"),
  /** The system calls': the account of signals, restore mode, the exit. */
  SYSCALL("system call"),
  /** The allocator's, and what delays it. */
  ALLOCATOR("allocator"),
  /** Only the model has it, so it is no conflict. */
  MODEL("model");

  /** Fields by the names that they begin with; the kernel's names are in their comments. */
  private static final Map<String, Part> FIELDS =
      Map.ofEntries(
          Map.entry("process.inSyscall", MODEL),
          Map.entry("process.signalsPending", SYSCALL),
          Map.entry("process.exiting", SYSCALL),
          Map.entry("process.restoringIds", SYSCALL),
          Map.entry("process.siglock", PROCESS),
          Map.entry("process.timers", PROCESS),
          Map.entry("timer.previousOfOwner", PROCESS),
          Map.entry("timer.nextOfOwner", PROCESS),
          Map.entry("timer.next", TABLE),
          Map.entry("timer.pprev", TABLE),
          Map.entry("timer.freed", MODEL));

  private final String text;

  Part(String text) {
    this.text = text;
  }

  /**
   * The word for it.
   *
   * @return one or two words
   */
  public String text() {
    return text;
  }

  /**
   * The part that a location is of, by its name.
   *
   * @param location such as {@code table.hashLock.nextTicket}
   * @return whose it is
   */
  public static Part of(String location) {
    String[] path = location.split("\\.", -1);
    Part known = path.length < 2 ? null : FIELDS.get(path[0] + "." + path[1]);
    if (known != null) {
      return known;
    }
    return switch (path[0]) {
      case "timer" -> TIMER;
      case "slab", "rcu" -> ALLOCATOR;
      default -> TABLE;
    };
  }
}
