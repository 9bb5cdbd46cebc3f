/**
 * The claims that a measurement decides. An interval over forks decides, never a point; an interval
 * on both sides of the border decides nothing.
 */
@NullMarked
package org.ptstress.reports.measured;

import org.jspecify.annotations.NullMarked;
