package org.ptstress.run.cost;

import java.util.Locale;
import java.util.Map;

/** The owner of a location. */
public enum Part {
  /** The design: its table, its state in a process, and the links of its timers. */
  TABLE,
  /** The list of timers of a process, and its lock. */
  PROCESS,
  /** A field of a timer. */
  TIMER,
  /** The system calls: the signal account, restore mode, the exit. */
  SYSCALL,
  /** The allocator, and the reclamation that it waits for. */
  ALLOCATOR,
  /** Exists only in the model, so it is no conflict. */
  MODEL;

  /** Parts by the prefix of a field's name; the kernel's names are in their comments. */
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

  /**
   * The display name.
   *
   * @return one or two words
   */
  public String text() {
    return this == SYSCALL ? "system call" : name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part that a location belongs to, by its name.
   *
   * @param location such as {@code table.hashLock.nextTicket}
   * @return its owner
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
