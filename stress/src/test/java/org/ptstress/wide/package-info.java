/**
 * Tables that are right while ids have a few bits, processes lie near each other, or timers are
 * few, and wrong with the kernel's: each is one class with the cured table beside it.
 */
@NullMarked
package org.ptstress.wide;

import org.jspecify.annotations.NullMarked;
