/** Pairs whose timers are in slots that are used again. */
@NullMarked
package org.ptstress.wild.slot;

import org.jspecify.annotations.NullMarked;
