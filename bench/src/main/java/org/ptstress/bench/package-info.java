/**
 * What the designs cost: throughput with JMH, latency with HdrHistogram, and the machine that both
 * were measured on.
 *
 * <p>Other modules start {@link Benchmarks}, {@link LatencyRun} and {@link HostInfo}. {@link
 * FindBenchmark}, {@link CreateDeleteBenchmark} and {@link Population} are public and not final
 * only because JMH subclasses them.
 *
 * <p>The tables that Java offers instead are in {@link org.ptstress.bench.peer}.
 */
@NullMarked
package org.ptstress.bench;

import org.jspecify.annotations.NullMarked;
