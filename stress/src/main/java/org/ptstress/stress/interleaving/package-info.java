/**
 * Systematic search of interleavings with Lincheck's model checker.
 *
 * <p>Its threads are sequentially consistent, so it cannot see what only weak memory does; that is
 * the races' part.
 */
@NullMarked
package org.ptstress.stress.interleaving;

import org.jspecify.annotations.NullMarked;
