/** The evidence behind the verdicts, the seeded faults and the orders of memory. */
@NullMarked
package org.ptstress.reports.page.evidence;

import org.jspecify.annotations.NullMarked;
