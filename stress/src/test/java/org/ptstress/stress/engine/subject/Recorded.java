package org.ptstress.stress.engine.subject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the record of a method must be: kinds and names, in order. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Recorded {
  /** The record, separated by commas. */
  String value();
}
