/**
 * What a table holds: timers (k_itimer), the processes that own them (signal_struct), and the slab
 * that reuses them.
 */
@NullMarked
package org.ptstress.model.timer;

import org.jspecify.annotations.NullMarked;
