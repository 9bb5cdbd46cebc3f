package org.ptstress.stress.engine.hook;

/** The fences of VarHandle. */
public enum Fence {
  /** Orders earlier loads before all later accesses. */
  ACQUIRE,
  /** Orders all earlier accesses before later stores. */
  RELEASE,
  /** Orders all earlier accesses before all later ones. */
  FULL,
  /** Orders earlier loads before later loads. */
  LOAD_LOAD,
  /** Orders earlier stores before later stores. */
  STORE_STORE;

  /**
   * The fence of a method.
   *
   * @param method the name of a method of VarHandle or Unsafe; Unsafe has its own names for acquire
   *     and release
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
