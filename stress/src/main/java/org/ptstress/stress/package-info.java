/** Concurrency tests of the correctness of operations. */
@NullMarked
package org.ptstress.stress;

import org.jspecify.annotations.NullMarked;
