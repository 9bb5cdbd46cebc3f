package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

/**
 * A JVM configuration of a race.
 *
 * @param jvmArgs the JVM's arguments
 * @param samples how many samples it produced
 */
public record Configuration(String jvmArgs, long samples) {
  /** Rejects null components. */
  public Configuration {
    requireNonNull(jvmArgs, "jvmArgs");
  }
}
