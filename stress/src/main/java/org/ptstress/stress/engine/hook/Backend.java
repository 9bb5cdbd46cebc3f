package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.Nullable;

/**
 * Performs the accesses of instrumented code. Called by one thread at a time, the active one; its
 * own accesses are not passed to it.
 */
public interface Backend {
  /**
   * A load.
   *
   * @param access where and how
   * @return the value for the code; {@link Access#get} returns the one in memory
   */
  @Nullable Object load(Access access);

  /**
   * A store.
   *
   * @param access where and how
   * @param value the value; {@link Access#put} writes it to memory
   */
  void store(Access access, @Nullable Object value);

  /**
   * An atomic read-modify-write.
   *
   * @param access where and how
   * @param update the update; {@link Access#update} applies it to memory
   * @return the result for the code
   */
  @Nullable Object rmw(Access access, Update update);

  /**
   * A fence; the code also executes its own.
   *
   * @param site the place in the code
   * @param fence which one
   */
  void fence(Site site, Fence fence);

  /**
   * Called before the code calls a JDK atomic class, which makes the access on its behalf.
   *
   * @param site the place in the code
   */
  void calls(Site site);

  /**
   * The end of a constructor of a class with final fields.
   *
   * @param object the object
   */
  void freeze(Object object);

  /**
   * Called before the code enters a monitor.
   *
   * @param monitor the object
   */
  void monitorEnter(Object monitor);

  /**
   * Called after the code has left a monitor.
   *
   * @param monitor the object
   */
  void monitorExit(Object monitor);

  /**
   * Called when the code has entered a monitor in a way that no backend can delay.
   *
   * @param site the method that did
   * @param monitor the object
   */
  default void heldEnter(Site site, Object monitor) {}

  /**
   * Replaces {@link Thread#onSpinWait} and {@link Thread#yield}.
   *
   * @param site the place in the code
   */
  void spin(Site site);

  /**
   * Called before the code parks its thread.
   *
   * @param site the place in the code
   */
  void park(Site site);

  /**
   * An allocation, before the constructor runs.
   *
   * @param type the class; for an array see {@link #newArray}
   */
  void newObject(Class<?> type);

  /**
   * An allocation of an array.
   *
   * @param array the array
   */
  void newArray(Object array);

  /**
   * An access that the engine cannot see into.
   *
   * @param reason which it is, and where: a sentence without its full stop
   * @return what is thrown in its place
   */
  default UnsupportedAccess unsupported(String reason) {
    return new UnsupportedAccess(reason);
  }
}
