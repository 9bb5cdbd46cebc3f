package org.ptstress.run.result;

/** The expected result of a tool for a fault. */
public enum Expected {
  /** It finds a witness. One that it does not find means that the tool has gone blind. */
  KILLED,
  /** It samples, and most runs find a witness; by chance, so that none is demanded. */
  BY_CHANCE,
  /**
   * Calls do not come back until a time limit ends them. That is seen, and proves nothing: what is
   * merely slow looks the same.
   */
  HANGS,
  /** It cannot see this kind of fault, or only by luck. */
  SURVIVES,
  /** The tool says nothing about what the fault breaks, or leaves it to another tool. */
  DOES_NOT_APPLY
}
