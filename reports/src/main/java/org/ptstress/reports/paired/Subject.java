package org.ptstress.reports.paired;

/**
 * What is measured in pairs.
 *
 * @param benchmark the benchmark's full name
 * @param design the design, or "-" where the benchmark has none
 * @param params {@code name=value} pairs, or "-"
 * @param threads the number of threads, at least 1
 */
public record Subject(String benchmark, String design, String params, int threads) {}
