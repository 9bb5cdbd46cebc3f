package org.ptstress.model.kernel;

import java.util.ArrayList;
import java.util.List;

/** A node with a name, which keeps the damage that is reported. */
final class TestNode extends HashNode {
  final List<Corruption> reports = new ArrayList<>();
  private final String name;
  private boolean freed;

  TestNode(String name) {
    this.name = name;
  }

  void free() {
    freed = true;
  }

  /** The names along a chain, at most ten. */
  static List<String> names(HashHead head) {
    List<String> names = new ArrayList<>();
    for (HashNode node = head.first(); node != null && names.size() < 10; node = node.next()) {
      names.add(node.toString());
    }
    return names;
  }

  /** The names along a chain as a lookup under RCU walks it. */
  static List<String> namesRcu(HashHead head) {
    List<String> names = new ArrayList<>();
    for (HashNode node = head.firstRcu();
        node != null && names.size() < 10;
        node = node.nextRcu()) {
      names.add(node.toString());
    }
    return names;
  }

  @Override
  protected boolean isFreed() {
    return freed;
  }

  @Override
  protected int population() {
    return 20;
  }

  @Override
  public void report(Corruption corruption) {
    reports.add(corruption);
  }

  @Override
  public String toString() {
    return name;
  }
}
