/** Comparisons of a design with a running kernel: the rows of {@code kernel.json}. */
@NullMarked
package org.ptstress.run.kernel;

import org.jspecify.annotations.NullMarked;
