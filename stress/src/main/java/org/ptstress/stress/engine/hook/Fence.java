package org.ptstress.stress.engine.hook;

/** The fences of VarHandle. */
public enum Fence {
  /** Loads before it come before all behind it. */
  ACQUIRE,
  /** All before it comes before stores behind it. */
  RELEASE,
  /** Everything before it comes before everything behind it. */
  FULL,
  /** Loads before it come before loads behind it. */
  LOAD_LOAD,
  /** Stores before it come before stores behind it. */
  STORE_STORE;

  /**
   * The fence that a method is.
   *
   * @param method the name of a method of VarHandle or Unsafe, which calls acquire and release by
   *     what they are for
   * @return the fence
   */
  public static Fence named(String method) {
    return switch (method) {
      case "acquireFence", "loadFence" -> ACQUIRE;
      case "releaseFence", "storeFence" -> RELEASE;
      case "loadLoadFence" -> LOAD_LOAD;
      case "storeStoreFence" -> STORE_STORE;
      default -> FULL;
    };
  }
}
