/**
 * A stored run judged once more, from its evidence. A <em>gap</em> is what a run should have shown
 * and did not.
 */
@NullMarked
package org.ptstress.reports.recheck;

import org.jspecify.annotations.NullMarked;
