package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.Nullable;

/**
 * The function of an atomic read-modify-write. A weak compare-and-set never fails spuriously.
 *
 * @param how the operation
 * @param cell the type
 * @param expected what a comparison expects; otherwise null
 * @param operand what is added, set and so on
 */
public record Update(How how, Cell cell, @Nullable Object expected, @Nullable Object operand) {
  /** The operations. */
  public enum How {
    /** Adds, returns the old value. */
    ADD,
    /** Sets, returns the old value. */
    SET,
    /** Bitwise or, returns the old value. */
    OR,
    /** Bitwise and, returns the old value. */
    AND,
    /** Bitwise exclusive or, returns the old value. */
    XOR,
    /** Sets if it finds what it expects, returns whether. */
    COMPARE_AND_SET,
    /** Sets if it finds what it expects, returns the old value. */
    COMPARE_AND_EXCHANGE;

    /**
     * Whether it may fail.
     *
     * @return true for a compare-and-set or -exchange
     */
    public boolean compares() {
      return this == COMPARE_AND_SET || this == COMPARE_AND_EXCHANGE;
    }
  }

  /**
   * Whether it stores anything.
   *
   * @param old the value that it finds
   * @return false for a comparison that fails
   */
  public boolean writes(@Nullable Object old) {
    return !how.compares() || cell.same(old, expected);
  }

  /**
   * The stored value.
   *
   * @param old the value that it finds
   * @return the new value
   */
  public @Nullable Object next(@Nullable Object old) {
    return switch (how) {
      case SET, COMPARE_AND_SET, COMPARE_AND_EXCHANGE -> operand;
      case ADD -> sum(old, operand);
      case OR, AND, XOR -> cell.of(bits(bits(old), bits(operand)));
    };
  }

  /**
   * The result for the code.
   *
   * @param old the value that it finds
   * @return the old value, or whether it was the expected one
   */
  public @Nullable Object result(@Nullable Object old) {
    return how == How.COMPARE_AND_SET ? (Object) writes(old) : old;
  }

  private @Nullable Object sum(@Nullable Object a, @Nullable Object b) {
    if (cell == Cell.FLOAT || cell == Cell.DOUBLE) {
      double left = (double) Cell.DOUBLE.unboxed(a);
      double right = (double) Cell.DOUBLE.unboxed(b);
      return cell == Cell.FLOAT ? (Object) ((float) left + (float) right) : (Object) (left + right);
    }
    return cell.of(bits(a) + bits(b));
  }

  private long bits(long a, long b) {
    return how == How.OR ? a | b : how == How.AND ? a & b : a ^ b;
  }

  private static long bits(@Nullable Object value) {
    return (long) Cell.LONG.unboxed(value);
  }
}
