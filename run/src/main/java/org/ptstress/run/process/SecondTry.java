package org.ptstress.run.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one further try of what a child was at when it was {@link ChildJvm.Exit#isKilled killed} from
 * outside. Such an end says nothing of a design: the system kills if it lacks memory, and whoever
 * stops a run may kill its children first, so that their end is seen before the interrupt.
 */
public final class SecondTry {
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /** None was tried again yet. */
  public SecondTry() {}

  /**
   * Whether a piece of work is due once more.
   *
   * @param exit the end of the child
   * @param work what it was at, by a name of its own
   * @return true at most once for each piece of work
   */
  public boolean isDue(ChildJvm.Exit exit, String work) {
    return exit.isKilled() && tried.add(work);
  }
}
