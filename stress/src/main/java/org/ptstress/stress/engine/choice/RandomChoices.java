package org.ptstress.stress.engine.choice;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random walks: preempts at a few steps drawn beforehand (Burckhardt et al., "A randomized
 * scheduler with probabilistic guarantees of finding bugs", 2010), and takes older stores with a
 * probability drawn for each execution.
 */
public final class RandomChoices implements Choices {
  private static final double[] STALE = {0.03, 0.1, 0.3, 0.6, 1};
  private static final int LONGEST = 2_000;

  private final long seed;
  private final int preemptions;
  private final boolean weak;
  private final int[] moments;
  private SplittableRandom random = new SplittableRandom(0);
  private long executions;
  private int drawn;
  private int taken;
  private int points;
  private int length = 50;
  private double stale;
  private boolean oldest;

  /**
   * Creates seeded walks.
   *
   * @param seed the seed of the walks
   * @param bounds the preemption bound; of stale reads only whether there are any
   */
  public RandomChoices(long seed, Bounds bounds) {
    this.seed = seed;
    this.preemptions = Math.min(bounds.preemptions(), 16);
    this.weak = bounds.staleReads() > 0;
    this.moments = new int[this.preemptions];
  }

  @Override
  public void begin() {
    length = Math.max(length - length / 64, Math.min(points, LONGEST));
    random = new SplittableRandom(seed + executions++);
    drawn = random.nextInt(preemptions + 1);
    for (int i = 0; i < drawn; i++) {
      moments[i] = random.nextInt(length + 1);
    }
    Arrays.sort(moments, 0, drawn);
    taken = 0;
    points = 0;
    stale = weak ? STALE[random.nextInt(STALE.length)] : 0;
    oldest = random.nextBoolean();
  }

  @Override
  public int preempt(int step, int current, int others) {
    points++;
    if (taken == drawn || points <= moments[taken]) {
      return current;
    }
    taken++;
    return next(step, others);
  }

  @Override
  public int next(int step, int candidates) {
    return BoundedChoices.bit(candidates, random.nextInt(Integer.bitCount(candidates)));
  }

  @Override
  public int store(int step, int count) {
    if (stale == 0 || random.nextDouble() >= stale) {
      return 0;
    }
    return oldest ? count - 1 : 1 + random.nextInt(count - 1);
  }
}
