package org.ptstress.run.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One retry of the work during which a child was {@link ChildJvm.Exit#isKilled killed} from
 * outside. Such a kill says nothing about a design: it may be the OOM killer, or a stop of the run
 * that reached the child before the interrupt reached this JVM.
 */
public final class SecondTry {
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /** Creates a record without retries. */
  public SecondTry() {}

  /**
   * Whether a piece of work is to be retried.
   *
   * @param exit the end of the child
   * @param work a unique name of its work
   * @return true at most once for each piece of work
   */
  public boolean isDue(ChildJvm.Exit exit, String work) {
    return exit.isKilled() && tried.add(work);
  }
}
