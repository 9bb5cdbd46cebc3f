/** Latency under open-loop loads at rising rates, with HdrHistogram. */
@NullMarked
package org.ptstress.bench.latency;

import org.jspecify.annotations.NullMarked;
