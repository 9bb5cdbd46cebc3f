/**
 * Exact costs and conflicts of operations: the rows of {@code accesses.json} and {@code
 * conflicts.json}, and the claims that they decide.
 */
@NullMarked
package org.ptstress.run.cost;

import org.jspecify.annotations.NullMarked;
