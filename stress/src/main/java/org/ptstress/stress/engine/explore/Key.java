package org.ptstress.stress.engine.explore;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field of any object, or the elements of an array class. */
final class Key {
  static final Key NONE = new Key(Treatment.ORDINARY, null);

  final Treatment treatment;

  /** The field; null for elements. */
  final @Nullable Field field;

  /** Whether one actor wrote it and another accessed it in one location, in some execution. */
  boolean shared;

  Key(Treatment treatment, @Nullable Field field) {
    this.treatment = treatment;
    this.field = field;
  }
}
