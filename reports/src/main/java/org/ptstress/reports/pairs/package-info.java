/** Which pairs of operations of a design conflict, as tables that a page or a terminal shows. */
@NullMarked
package org.ptstress.reports.pairs;

import org.jspecify.annotations.NullMarked;
