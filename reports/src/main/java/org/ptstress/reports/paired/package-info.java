/**
 * Two jars on one machine, compared by pairs of forks.
 *
 * <p>A <em>pair</em> is a fork of the baseline's jar and one of the candidate's, one right after
 * the other; the order changes from pair to pair (A B, B A), so that a machine that gets slower
 * treats both alike. The <em>sample</em> is the logarithm of the pair's ratio of speeds. A
 * <em>look</em> is a number of pairs at which a comparison may end.
 */
@NullMarked
package org.ptstress.reports.paired;

import org.jspecify.annotations.NullMarked;
