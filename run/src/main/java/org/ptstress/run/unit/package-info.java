/**
 * The units of work of a run: their names, their selection, and the rows that belong to each.
 *
 * <p>A <b>unit</b> is the smallest part of a run that can be left to another machine. A
 * <b>shard</b> is one of the N parts into which the units of a run are dealt out.
 */
@NullMarked
package org.ptstress.run.unit;

import org.jspecify.annotations.NullMarked;
