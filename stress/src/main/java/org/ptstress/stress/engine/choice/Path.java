package org.ptstress.stress.engine.choice;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The differences of an execution from the plainest one, in which each actor runs as long as it can
 * and loads return the newest store. Written as {@code 12>1 30<2}: step 12 switches to actor 1,
 * step 30 takes the store two older than the newest one.
 */
public final class Path {
  /** A step that switches to another actor. */
  public static final char ACTOR = '>';

  /** A step that takes an older store. */
  public static final char STORE = '<';

  private int[] steps = new int[16];
  private char[] kinds = new char[16];
  private int[] values = new int[16];
  private int size;

  /** Removes all differences. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds a difference.
   *
   * @param step the number of the step
   * @param kind {@link #ACTOR} or {@link #STORE}
   * @param value the actor, or how much older the store is than the newest one
   */
  public void add(int step, char kind, int value) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    kinds[size] = kind;
    values[size++] = value;
  }

  /**
   * Reads a path.
   *
   * @param text what {@link #toString} returned
   * @return the path
   * @throws NumberFormatException if the text is no path
   */
  public static Path parse(String text) {
    Path path = new Path();
    Stream.of(text.split(" "))
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              char kind = part.indexOf(ACTOR) >= 0 ? ACTOR : STORE;
              int at = part.indexOf(kind);
              path.add(
                  Integer.parseInt(part.substring(0, at)),
                  kind,
                  Integer.parseInt(part.substring(at + 1)));
            });
    return path;
  }

  /** The choice of a step, or a default. */
  int value(int step, char kind, int otherwise) {
    for (int i = 0; i < size; i++) {
      if (steps[i] == step && kinds[i] == kind) {
        return values[i];
      }
    }
    return otherwise;
  }

  @Override
  public String toString() {
    return IntStream.range(0, size)
        .mapToObj(i -> "" + steps[i] + kinds[i] + values[i])
        .collect(Collectors.joining(" "));
  }
}
