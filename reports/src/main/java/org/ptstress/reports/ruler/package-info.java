/**
 * The proof of the gate on the machine at hand.
 *
 * <p>A <em>round</em> is five forks of one benchmark: two without and three with a known slowdown.
 * A <em>window</em> is a number of rounds in a row, which stand for one comparison; there is one
 * from every round on, and after the last round comes the first. The two forks without a slowdown
 * make A/A pairs: what flags them cries wolf.
 */
@NullMarked
package org.ptstress.reports.ruler;

import org.jspecify.annotations.NullMarked;
