/** Explores the scenarios on designs: their interleavings, and what weak memory adds to them. */
@NullMarked
package org.ptstress.stress.exploration;

import org.jspecify.annotations.NullMarked;
