/**
 * Races: one jcstress test a scenario, for the design that the system property {@code
 * ptstress.design} names, and the runner that starts jcstress and reads its results.
 *
 * <p>jcstress passes silently when nothing ran, so nothing here trusts its exit status: a race
 * counts only with samples.
 */
@NullMarked
package org.ptstress.stress.race;

import org.jspecify.annotations.NullMarked;
