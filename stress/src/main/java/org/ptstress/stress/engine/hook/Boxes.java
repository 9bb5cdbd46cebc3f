package org.ptstress.stress.engine.hook;

/** Boxing that is not passed to the backend: these boxes belong to the hook, not to the code. */
public final class Boxes {
  private Boxes() {}

  /**
   * Boxes an int, boolean, byte, char or short.
   *
   * @param value the value
   * @return the box
   */
  public static Object box(int value) {
    Thread me = Hook.leave();
    Object box = value;
    Hook.enter(me);
    return box;
  }

  /**
   * Boxes a long.
   *
   * @param value the value
   * @return the box
   */
  public static Object box(long value) {
    Thread me = Hook.leave();
    Object box = value;
    Hook.enter(me);
    return box;
  }

  /**
   * Boxes a float.
   *
   * @param value the value
   * @return the box
   */
  public static Object box(float value) {
    Thread me = Hook.leave();
    Object box = value;
    Hook.enter(me);
    return box;
  }

  /**
   * Boxes a double.
   *
   * @param value the value
   * @return the box
   */
  public static Object box(double value) {
    Thread me = Hook.leave();
    Object box = value;
    Hook.enter(me);
    return box;
  }

  /**
   * Unboxes an int, boolean, byte, char or short.
   *
   * @param box the box
   * @return the value, as on the stack
   */
  public static int toInt(Object box) {
    Thread me = Hook.leave();
    int value = (int) Cell.INT.unboxed(box);
    Hook.enter(me);
    return value;
  }

  /**
   * Unboxes a long.
   *
   * @param box the box
   * @return the value
   */
  public static long toLong(Object box) {
    Thread me = Hook.leave();
    long value = (long) Cell.LONG.unboxed(box);
    Hook.enter(me);
    return value;
  }

  /**
   * Unboxes a float.
   *
   * @param box the box
   * @return the value
   */
  public static float toFloat(Object box) {
    Thread me = Hook.leave();
    float value = (float) Cell.FLOAT.unboxed(box);
    Hook.enter(me);
    return value;
  }

  /**
   * Unboxes a double.
   *
   * @param box the box
   * @return the value
   */
  public static double toDouble(Object box) {
    Thread me = Hook.leave();
    double value = (double) Cell.DOUBLE.unboxed(box);
    Hook.enter(me);
    return value;
  }
}
