package org.ptstress.stress.engine.explore;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field, whichever object it is in, or the elements of a class of arrays. */
final class Key {
  static final Key NONE = new Key(Treatment.ORDINARY, null);

  final Treatment treatment;

  /** Null for elements. */
  final @Nullable Field field;

  /** Whether in some execution one actor wrote it where another one accessed it. */
  boolean shared;

  Key(Treatment treatment, @Nullable Field field) {
    this.treatment = treatment;
    this.field = field;
  }
}
