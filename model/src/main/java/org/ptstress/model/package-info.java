/**
 * The structure under test and what is said of it.
 *
 * <p>Vocabulary. A <em>design</em> is a way to build the table behind POSIX timers, a
 * <em>table</em> an instance of it. A <em>claim</em> is a property that somebody demanded; a
 * <em>promise</em> is what a design says of a claim. An id is <em>taken</em> from its insertion to
 * its removal, a timer <em>findable</em> from its publication to its invalidation.
 */
@NullMarked
package org.ptstress.model;

import org.jspecify.annotations.NullMarked;
