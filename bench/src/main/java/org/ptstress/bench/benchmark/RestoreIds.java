package org.ptstress.bench.benchmark;

import java.util.stream.IntStream;

/** Sets of ids that a checkpoint may hold and a restore must bring back. */
public enum RestoreIds {
  /** 0 to 999, in that order. */
  FIRST_1000 {
    @Override
    int[] ids() {
      return IntStream.range(0, 1_000).toArray();
    }
  },

  /** 1,000,000 and 2,000,000: a loop creates and deletes two million timers for two. */
  MILLIONS {
    @Override
    int[] ids() {
      return new int[] {1_000_000, 2_000_000};
    }
  },

  /** 2,048 ids, 512 apart: each of them costs a radix tree a node of its own. */
  STRIDE_512 {
    @Override
    int[] ids() {
      return IntStream.range(0, 2_048).map(i -> i * 512).toArray();
    }
  };

  /** The ids, rising. */
  abstract int[] ids();
}
