package org.ptstress.shape;

/** What a timer is found by. */
record Key(long owner, int id) implements Comparable<Key> {
  @Override
  public int compareTo(Key other) {
    int byOwner = Long.compare(owner, other.owner);
    return byOwner == 0 ? Integer.compare(id, other.id) : byOwner;
  }
}
