package org.ptstress.run.result;

/**
 * A JVM configuration of a race.
 *
 * @param jvmArgs the JVM's arguments
 * @param samples how many samples it produced
 */
public record Configuration(String jvmArgs, long samples) {}
