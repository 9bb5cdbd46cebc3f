/**
 * What operations cost and which of them conflict, exact: the rows of {@code accesses.json} and
 * {@code conflicts.json}, and what they say of claims.
 */
@NullMarked
package org.ptstress.run.cost;

import org.jspecify.annotations.NullMarked;
