package org.ptstress.bench.benchmark;

import org.ptstress.bench.table.FilledTable;
import org.ptstress.model.timer.Process;

/** The owners of the timers that several threads create. */
public enum ReplayOwners {
  /** One process, to which all threads belong. */
  ONE_PROCESS {
    @Override
    Process of(FilledTable table) {
      return table.process();
    }
  },

  /** Each thread's are those of a process that has no other thread. */
  PROCESS_EACH {
    @Override
    Process of(FilledTable table) {
      return table.newProcess();
    }
  };

  /** The process of one thread. */
  abstract Process of(FilledTable table);
}
