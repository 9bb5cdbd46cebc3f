package org.ptstress.model.kernel;

/** Damage that a checked run noticed. On a kernel each of these is a crash, a hang or a hole. */
public enum Corruption {
  /** A walk stood on a node whose memory was freed. */
  USE_AFTER_FREE,
  /** A walk did not end. */
  ENDLESS_CHAIN,
  /** A node was unhashed twice. */
  DOUBLE_REMOVE,
  /** A timer was freed twice. */
  DOUBLE_FREE
}
