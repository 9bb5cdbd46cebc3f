/**
 * Systematic search of interleavings with Lincheck's model checker.
 *
 * <p>It assumes sequential consistency, so effects of weak memory are left to races and the
 * explorer.
 */
@NullMarked
package org.ptstress.stress.interleaving;

import org.jspecify.annotations.NullMarked;
