/**
 * Deterministic checks: scripts of calls, the spread over buckets, and whether a claim applies at
 * all.
 */
@NullMarked
package org.ptstress.stress.check;

import org.jspecify.annotations.NullMarked;
