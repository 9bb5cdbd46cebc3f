/**
 * The kernel primitives that tables are built from: spinlocks, RCU, chains, hashes, the idr, error
 * numbers.
 *
 * <p>Vocabulary. <em>Blocking</em>: a thread can wait for another. <em>Lock-free</em>: some thread
 * always gets on. <em>Wait-free</em>: every thread finishes in a bounded number of its own steps. A
 * <em>grace period</em> ends when every read section that was open at its start has ended.
 */
@NullMarked
package org.ptstress.model.kernel;

import org.jspecify.annotations.NullMarked;
