/** Exact costs and conflicts of a design's operations, from a record of every access. */
@NullMarked
package org.ptstress.stress.cost;

import org.jspecify.annotations.NullMarked;
