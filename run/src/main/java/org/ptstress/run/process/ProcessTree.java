package org.ptstress.run.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes found by parentage. Command lines would not do: the system truncates long ones, or
 * shows none.
 */
public final class ProcessTree {
  private final Set<ProcessHandle> before;

  private ProcessTree(Set<ProcessHandle> before) {
    this.before = before;
  }

  /**
   * Takes a snapshot of this JVM's children, to tell them from those that other code, such as JMH,
   * starts later.
   *
   * @return the snapshot for {@link #killNew}
   */
  public static ProcessTree now() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return new ProcessTree(children.collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Kills the children started since the snapshot, with their descendants. */
  public void killNew() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children.filter(child -> !before.contains(child)).forEach(ProcessTree::kill);
    }
  }

  /** Kills all descendants of this JVM. */
  public static void killDescendants() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children.forEach(ProcessTree::kill);
    }
  }

  /** Kills a process and its descendants. */
  static void kill(ProcessHandle process) {
    // Listed before the kill, which reparents them.
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(ProcessTree::kill);
  }
}
