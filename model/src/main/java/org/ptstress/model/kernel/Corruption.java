package org.ptstress.model.kernel;

/** Damage that a checked run noticed. On a kernel each of these is a crash, a hang or a hole. */
public enum Corruption {
  /** A walk stood on a node, or a call used a timer, whose memory was freed. */
  USE_AFTER_FREE,
  /** A walk met a chain that leads back into itself. */
  ENDLESS_CHAIN,
  /** A search for an id could not end any more, though no other thread was in its way. */
  ENDLESS_SEARCH,
  /** A node was unhashed twice. */
  DOUBLE_REMOVE,
  /** A timer was freed twice. */
  DOUBLE_FREE;

  /**
   * Whether the call that met it would never have returned.
   *
   * @return true if only checked mode let it return
   */
  public boolean isEndless() {
    return this == ENDLESS_CHAIN || this == ENDLESS_SEARCH;
  }
}
