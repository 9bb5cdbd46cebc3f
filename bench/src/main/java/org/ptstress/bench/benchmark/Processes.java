package org.ptstress.bench.benchmark;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.model.Designs;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A table that all threads of a benchmark share, with many processes that have one timer each: the
 * usual case of a machine, and the one in which a hash of the process matters.
 */
@State(Scope.Benchmark)
public class Processes {
  /** As in {@link Population}. */
  @Param(Designs.YARDSTICK)
  public String design = "";

  /** The number of processes, from 1. */
  @Param("5000")
  public int timers;

  private FilledTable filled;

  private Process[] owners = {};
  private int[] ids = {};

  /** Creates the processes and their timers. */
  @Setup(Level.Trial)
  public void fill() {
    filled = FilledTable.of(design, 0);
    owners = new Process[timers];
    ids = new int[timers];
    for (int i = 0; i < timers; i++) {
      owners[i] = filled.newProcess();
      ids[i] = filled.createOrThrow(owners[i]);
    }
  }

  /** Finds the timer of the process of that number. */
  final @Nullable KTimer find(int index) {
    return filled.table().find(owners[index], ids[index]);
  }
}
