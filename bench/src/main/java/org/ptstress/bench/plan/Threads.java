package org.ptstress.bench.plan;

import java.util.List;
import java.util.TreeSet;

/** At how many threads a benchmark runs on a machine. */
public enum Threads {
  /** One. */
  ONE {
    @Override
    List<Integer> on(int cpus) {
      return List.of(1);
    }
  },

  /** As many threads as CPUs. */
  CPUS {
    @Override
    List<Integer> on(int cpus) {
      return List.of(cpus);
    }
  },

  /** As many threads as CPUs; none on a machine with one CPU. */
  SEVERAL {
    @Override
    List<Integer> on(int cpus) {
      return cpus == 1 ? List.of() : List.of(cpus);
    }
  },

  /** As many threads as CPUs, but at most 8, where more take minutes. */
  FEW {
    @Override
    List<Integer> on(int cpus) {
      return SEVERAL.on(Math.min(cpus, 8));
    }
  },

  /** As many threads as CPUs, but at most the 63 of the letter of 2025. */
  LETTER {
    @Override
    List<Integer> on(int cpus) {
      return SEVERAL.on(Math.min(cpus, 63));
    }
  },

  /** Twice as many as there are CPUs: what holds a lock is preempted. */
  TWICE {
    @Override
    List<Integer> on(int cpus) {
      return List.of(2 * cpus);
    }
  },

  /** One, and as many as there are CPUs. */
  ENDS {
    @Override
    List<Integer> on(int cpus) {
      return cpus == 1 ? List.of(1) : List.of(1, cpus);
    }
  },

  /** The powers of two up to the number of CPUs, and that number. */
  SCALING {
    @Override
    List<Integer> on(int cpus) {
      TreeSet<Integer> counts = new TreeSet<>(List.of(cpus));
      for (int threads = 1; threads < cpus; threads *= 2) {
        counts.add(threads);
      }
      return List.copyOf(counts);
    }
  };

  /**
   * The numbers of threads, rising.
   *
   * @param cpus the number of CPUs of the machine, from 1
   */
  abstract List<Integer> on(int cpus);
}
