/** Weakens the memory orders of designs one at a time, and searches for claims that break. */
@NullMarked
package org.ptstress.stress.order;

import org.jspecify.annotations.NullMarked;
