/** Weakens the orders of memory that designs ask for, one at a time, and looks what breaks. */
@NullMarked
package org.ptstress.stress.order;

import org.jspecify.annotations.NullMarked;
