/**
 * What the operations of a design cost, and which of them conflict: exact, from every access that
 * they make.
 */
@NullMarked
package org.ptstress.stress.cost;

import org.jspecify.annotations.NullMarked;
