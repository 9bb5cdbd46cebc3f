package org.ptstress.stress.reproduce;

import java.util.Locale;

/**
 * A step of an execution with the names of the accessed locations.
 *
 * @param actor the actor's number
 * @param verb its verb as in traces
 * @param location what it accessed or locked, or ""; no two locations of an execution share it
 * @param old what an update found, or ""
 * @param value what was read or written, or ""
 * @param mode its memory order, or ""
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

  /** Whether its memory order includes another one. */
  boolean isOrdered(String order) {
    return mode.toLowerCase(Locale.ROOT).contains(order);
  }
}
