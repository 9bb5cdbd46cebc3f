/**
 * Peers: tables that a Java programmer would write instead, over concurrent maps that others made.
 * They show what the kernel's designs cost beside a general map that may allocate.
 *
 * <p>To the rest of ptstress they are designs from another jar: only the catalogue knows them,
 * through {@code META-INF/services/org.ptstress.model.Design}.
 */
@NullMarked
package org.ptstress.bench.peer;

import org.jspecify.annotations.NullMarked;
