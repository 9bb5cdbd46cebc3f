package org.ptstress.stress.engine.hook;

import java.lang.reflect.Modifier;

/** The memory order of an access. {@link #ACQUIRE} and {@link #RELEASE} order half of an update. */
public enum Mode {
  /** A final field: immutable, and read with the view of its constructor. */
  FINAL,
  /** An ordinary field or array element. */
  PLAIN,
  /** Coherent, without order. */
  OPAQUE,
  /** A load that orders later accesses after it. */
  ACQUIRE,
  /** A store that orders earlier accesses before it. */
  RELEASE,
  /** An update that does both; no method of Java has it, only weakened volatile accesses. */
  ACQUIRE_RELEASE,
  /** Sequentially consistent. */
  VOLATILE;

  /**
   * Whether a load of this mode acquires.
   *
   * @return true for acquire and stronger modes
   */
  public boolean acquires() {
    return this == ACQUIRE || this == ACQUIRE_RELEASE || this == VOLATILE;
  }

  /**
   * Whether a store of this mode releases.
   *
   * @return true for release and stronger modes
   */
  public boolean releases() {
    return this == RELEASE || this == ACQUIRE_RELEASE || this == VOLATILE;
  }

  /** The mode of ordinary accesses to a field with these modifiers. */
  static Mode of(int modifiers) {
    if (Modifier.isFinal(modifiers)) {
      return FINAL;
    }
    return Modifier.isVolatile(modifiers) ? VOLATILE : PLAIN;
  }

  /** The mode that a method's name ends with, or a default. */
  static Mode of(String method, Mode otherwise) {
    if (method.endsWith("Plain")) {
      return PLAIN;
    } else if (method.endsWith("Opaque")) {
      return OPAQUE;
    } else if (method.endsWith("Acquire")) {
      return ACQUIRE;
    } else if (method.endsWith("Release") || method.startsWith("putOrdered")) {
      return RELEASE;
    } else if (method.endsWith("Volatile")) {
      return VOLATILE;
    }
    return otherwise;
  }
}
