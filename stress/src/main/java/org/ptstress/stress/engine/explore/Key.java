package org.ptstress.stress.engine.explore;

/** A field, whichever object it is in, or the elements of a class of arrays. */
final class Key {
  static final Key NONE = new Key(Treatment.ORDINARY);

  final Treatment treatment;

  /** Whether in some execution one actor wrote it where another one accessed it. */
  boolean shared;

  Key(Treatment treatment) {
    this.treatment = treatment;
  }
}
