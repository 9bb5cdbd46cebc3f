package org.ptstress.run.cost;

/**
 * Bytecodes that operations execute of the code under test, without those of the JDK.
 *
 * @param call in the whole system call
 * @param table in the part of it that the design does
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
