package org.ptstress.stress.reproduce;

import java.util.Locale;

/**
 * A step of an execution, with names for what it accessed.
 *
 * @param actor the actor's number
 * @param verb what it did, as traces spell it
 * @param location what it accessed or locked, or ""; no two locations of an execution share it
 * @param old what an update found, or ""
 * @param value what was read or written, or ""
 * @param mode how it was ordered, or ""
 * @param code the code, the innermost place first, such as {@code RcuHash.insert:69}, or ""
 */
record WitnessStep(
    int actor, String verb, String location, String old, String value, String mode, String code) {
  boolean isRead() {
    return verb.equals("reads") || verb.equals("fails to update");
  }

  boolean isWrite() {
    return verb.equals("writes");
  }

  boolean isUpdate() {
    return verb.equals("updates");
  }

  boolean isAccess() {
    return isRead() || isWrite() || isUpdate();
  }

  boolean isLock() {
    return verb.equals("locks") || verb.equals("enters");
  }

  boolean isUnlock() {
    return verb.equals("unlocks") || verb.equals("leaves");
  }

  boolean isFence() {
    return verb.endsWith(" fence");
  }

  /** Whether it orders what precedes it. */
  boolean isOrdered(String order) {
    return mode.toLowerCase(Locale.ROOT).contains(order);
  }
}
