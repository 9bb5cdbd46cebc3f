/**
 * Explores the executions of a program of a few threads: within bounds, every interleaving and
 * every store that a load may return.
 */
@NullMarked
package org.ptstress.stress.engine.explore;

import org.jspecify.annotations.NullMarked;
