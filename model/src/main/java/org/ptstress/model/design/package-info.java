/**
 * The designs of the kernel's history, one file each with its defects, and their catalogue entries,
 * which say what each promises.
 *
 * <p>Deviations of all: {@code cond_resched()} has nothing to do in user space. In checked mode
 * ({@link org.ptstress.model.kernel.Checked}) a walk over a damaged chain is reported and ended,
 * where a kernel reads on.
 */
@NullMarked
package org.ptstress.model.design;

import org.jspecify.annotations.NullMarked;
