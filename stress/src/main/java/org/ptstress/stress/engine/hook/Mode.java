package org.ptstress.stress.engine.hook;

import java.lang.reflect.Modifier;

/**
 * How an access is ordered. An update by {@link #ACQUIRE} or {@link #RELEASE} is so in one half.
 */
public enum Mode {
  /** A final field: it does not change, and what its constructor saw comes with it. */
  FINAL,
  /** An ordinary field or array element. */
  PLAIN,
  /** Coherent, without order. */
  OPAQUE,
  /** A load that orders what follows. */
  ACQUIRE,
  /** A store that orders what precedes. */
  RELEASE,
  /** An update that orders both; no method of Java is so, only weakened volatile ones are. */
  ACQUIRE_RELEASE,
  /** Sequentially consistent. */
  VOLATILE;

  /**
   * Whether a load of this mode orders what follows.
   *
   * @return true for acquire and what is stronger
   */
  public boolean acquires() {
    return this == ACQUIRE || this == ACQUIRE_RELEASE || this == VOLATILE;
  }

  /**
   * Whether a store of this mode orders what precedes.
   *
   * @return true for release and what is stronger
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

  /** The mode that the name of a method ends with; otherwise the given one. */
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
