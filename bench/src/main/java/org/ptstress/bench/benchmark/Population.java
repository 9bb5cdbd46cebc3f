package org.ptstress.bench.benchmark;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.model.Designs;

/** A filled table that all threads of a benchmark share. */
@State(Scope.Benchmark)
public class Population {
  /**
   * The name of a design in the catalogue. JMH wants a default, and no list of constants can follow
   * a catalogue that is open, so it is the yardstick alone; the runner passes the run's designs.
   */
  @Param(Designs.YARDSTICK)
  public String design = "";

  /** The number of timers of the one process, from 1. */
  @Param({"512", "65536"})
  public int timers;

  private FilledTable filled;

  /** Creates the timers. */
  @Setup(Level.Trial)
  public void fill() {
    filled = FilledTable.of(design, timers);
  }

  final FilledTable filled() {
    return filled;
  }
}
