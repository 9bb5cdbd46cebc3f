package org.ptstress.run.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes by their parentage. Their arguments say nothing: of a long command line the system
 * shows the beginning, or nothing at all.
 */
public final class ProcessTree {
  private final Set<ProcessHandle> before;

  private ProcessTree(Set<ProcessHandle> before) {
    this.before = before;
  }

  /**
   * Remembers the children that this JVM has, to tell them from those that others, such as JMH,
   * start from now on.
   *
   * @return what {@link #killNew} goes by
   */
  public static ProcessTree now() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return new ProcessTree(children.collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Kills the children that this JVM has got since, and all that these have started. */
  public void killNew() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children.filter(child -> !before.contains(child)).forEach(ProcessTree::kill);
    }
  }

  /** Kills everything that this JVM has started, and all that this has started in turn. */
  public static void killDescendants() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children.forEach(ProcessTree::kill);
    }
  }

  /** Kills a process and all that it has started. */
  static void kill(ProcessHandle process) {
    // Before its end: afterwards they are somebody else's children.
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(ProcessTree::kill);
  }
}
