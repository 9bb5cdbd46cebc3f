/**
 * The costs of the designs: throughput with JMH ({@link org.ptstress.bench.fork.Benchmarks}),
 * latency with HdrHistogram ({@link org.ptstress.bench.latency.LatencyRun}), and the machine that
 * both were measured on ({@link org.ptstress.bench.host.ThisMachine}).
 *
 * <p>The tables that Java offers instead are in {@link org.ptstress.bench.peer}.
 */
@NullMarked
package org.ptstress.bench;

import org.jspecify.annotations.NullMarked;
