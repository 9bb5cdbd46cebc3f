/** Conflicts of pairs of operations of a design, as tables for a page or a terminal. */
@NullMarked
package org.ptstress.reports.pairs;

import org.jspecify.annotations.NullMarked;
