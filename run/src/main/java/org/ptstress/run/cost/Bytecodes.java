package org.ptstress.run.cost;

/**
 * Executed bytecodes of the code under test, without those of the JDK.
 *
 * @param call in the whole system call
 * @param table in the design's part of it
 */
public record Bytecodes(long call, long table) {
  /**
   * Adds the bytecodes of one operation.
   *
   * @param other its own
   * @return the sum
   */
  public Bytecodes plus(Bytecodes other) {
    return new Bytecodes(call + other.call, table + other.table);
  }
}
