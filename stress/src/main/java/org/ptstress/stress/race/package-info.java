/**
 * Races with jcstress: the runner that starts their JVMs, and what becomes of their results. The
 * tests are in {@link org.ptstress.stress.race.test}; each races the design that the system
 * property {@code ptstress.design} names.
 *
 * <p>A fork is a JVM that races one scenario on one design in one configuration. jcstress succeeds
 * silently if nothing ran, so exit statuses are not trusted: a race counts only with samples.
 */
@NullMarked
package org.ptstress.stress.race;

import org.jspecify.annotations.NullMarked;
