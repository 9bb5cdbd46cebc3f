package org.ptstress.run.result;

/** The expected result of a tool for a fault. */
public enum Expected {
  /** It finds a witness; otherwise the tool has gone blind. */
  KILLED,
  /** It samples and finds a witness in most runs; as that is chance, none is required. */
  BY_CHANCE,
  /**
   * Calls do not return until a timeout ends them. That is reported but proves nothing, because
   * slow calls look the same.
   */
  HANGS,
  /** It cannot detect this kind of fault, or only by chance. */
  SURVIVES,
  /** The tool does not test what the fault breaks, or leaves it to another tool. */
  DOES_NOT_APPLY
}
