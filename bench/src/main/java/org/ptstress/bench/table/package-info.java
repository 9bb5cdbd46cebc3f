/** Filled tables and the picks from them, which throughput and latency share. */
@NullMarked
package org.ptstress.bench.table;

import org.jspecify.annotations.NullMarked;
