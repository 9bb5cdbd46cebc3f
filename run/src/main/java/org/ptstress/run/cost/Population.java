package org.ptstress.run.cost;

import java.util.Locale;

/** The size of a table when its operations are counted. */
public enum Population {
  /** 16 buckets, 250 timers of one process. */
  SMALL_250(16, 1, 250),
  /** 16 buckets, 1,000 timers of one process. */
  SMALL_1000(16, 1, 1_000),
  /** 16 buckets, 4,000 timers of one process. */
  SMALL_4000(16, 1, 4_000),
  /** The kernel's 512 buckets, 512 timers of one process. */
  KERNEL_512(512, 1, 512),
  /** The kernel's 512 buckets, 65,536 timers of one process. */
  KERNEL_65536(512, 1, 65_536),
  /** The kernel's 512 buckets, 5,000 processes with one timer each. */
  PROCESSES_5000(512, 5_000, 1),
  /** 16 buckets, 8 timers of one process, half of them older than 1,000 {@link #rounds}. */
  AGED_1000(16, 1, 8, 1_000),
  /** The same after 16,000 rounds. */
  AGED_16000(16, 1, 8, 16_000),
  /** The kernel's 512 buckets, 1,000,000 timers of one process; see {@link #isOptional}. */
  KERNEL_1000000(512, 1, 1_000_000);

  private static final int SMALL_BUCKETS = 16;

  private final int buckets;
  private final int processes;
  private final int timersEach;
  private final int rounds;

  Population(int buckets, int processes, int timersEach) {
    this(buckets, processes, timersEach, 0);
  }

  Population(int buckets, int processes, int timersEach, int rounds) {
    this.buckets = buckets;
    this.processes = processes;
    this.timersEach = timersEach;
    this.rounds = rounds;
  }

  /**
   * The display name.
   *
   * @return how many timers, and of whom
   */
  public String text() {
    String timers =
        processes == 1
            ? String.format(Locale.ROOT, "%,d timers", timers())
            : String.format(Locale.ROOT, "%,d processes of one", processes);
    String where = buckets == SMALL_BUCKETS ? " in 16 buckets" : "";
    return timers
        + where
        + (rounds == 0 ? "" : String.format(Locale.ROOT, " after %,d rounds", rounds));
  }

  /**
   * Whether a record may lack it. Filling the table takes seconds, or hours where chains grow with
   * it. So only long profiles count it, for designs whose finds load at most twice as much at
   * 65,536 timers as at 512.
   *
   * @return whether no verdict and no comparison misses it
   */
  public boolean isOptional() {
    return this == KERNEL_1000000;
  }

  /**
   * The chains of a hash table.
   *
   * @return a power of two; chains for each CPU if the design sizes its table by CPUs
   */
  public int buckets() {
    return buckets;
  }

  /**
   * The processes.
   *
   * @return how many
   */
  public int processes() {
    return processes;
  }

  /**
   * The timers of all processes.
   *
   * @return how many
   */
  public int timers() {
    return processes * timersEach;
  }

  /**
   * The timers of each process.
   *
   * @return how many
   */
  public int timersEach() {
    return timersEach;
  }

  /**
   * The rounds that went before, in each of which the process created a timer and deleted it, and
   * another process created one and exited. Only finds are counted after them.
   *
   * @return how many
   */
  public int rounds() {
    return rounds;
  }
}
