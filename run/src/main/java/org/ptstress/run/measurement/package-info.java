/**
 * Measurements: the rows of {@code jmh.json}, the series of {@code latency/}, and the machine that
 * they were taken on, {@code host.json}.
 */
@NullMarked
package org.ptstress.run.measurement;

import org.jspecify.annotations.NullMarked;
