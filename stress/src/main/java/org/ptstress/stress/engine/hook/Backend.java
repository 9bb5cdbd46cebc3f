package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.Nullable;

/**
 * Performs the accesses of instrumented code. It is called by one thread at a time, the active one;
 * what it calls itself is not passed to it.
 */
public interface Backend {
  /**
   * A load.
   *
   * @param access where and how
   * @return the value that the code gets; {@link Access#get} for the one in memory
   */
  @Nullable Object load(Access access);

  /**
   * A store.
   *
   * @param access where and how
   * @param value the value; {@link Access#put} brings it into memory
   */
  void store(Access access, @Nullable Object value);

  /**
   * An atomic read-modify-write.
   *
   * @param access where and how
   * @param update what to do; {@link Access#update} does it in memory
   * @return the value that the code gets
   */
  @Nullable Object rmw(Access access, Update update);

  /**
   * A fence, in addition to the one that the code performs.
   *
   * @param site the place in the code
   * @param fence which one
   */
  void fence(Site site, Fence fence);

  /**
   * Before the code calls a method of an atomic class of the JDK, which makes the access for it.
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
   * Before the code enters a monitor.
   *
   * @param monitor the object
   */
  void monitorEnter(Object monitor);

  /**
   * After the code has left a monitor.
   *
   * @param monitor the object
   */
  void monitorExit(Object monitor);

  /**
   * In place of {@link Thread#onSpinWait} and of {@link Thread#yield}.
   *
   * @param site the place in the code
   */
  void spin(Site site);

  /**
   * Before the code parks its thread.
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
   * An access that the hook cannot resolve; the code performs it by itself.
   *
   * @param site the place in the code
   */
  void unknown(Site site);
}
