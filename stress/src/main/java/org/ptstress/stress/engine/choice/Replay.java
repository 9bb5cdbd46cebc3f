package org.ptstress.stress.engine.choice;

/** Replays a path. */
public final class Replay implements Choices {
  private final Path path;

  /**
   * Replays a path.
   *
   * @param path the path
   */
  public Replay(Path path) {
    this.path = path;
  }

  @Override
  public void begin() {}

  @Override
  public int preempt(int step, int current, int others) {
    int wanted = path.value(step, Path.ACTOR, current);
    return (others >> wanted & 1) != 0 ? wanted : current;
  }

  @Override
  public int next(int step, int candidates) {
    int otherwise = Integer.numberOfTrailingZeros(candidates);
    int wanted = path.value(step, Path.ACTOR, otherwise);
    return (candidates >> wanted & 1) != 0 ? wanted : otherwise;
  }

  @Override
  public int store(int step, int count) {
    return Math.min(path.value(step, Path.STORE, 0), count - 1);
  }
}
