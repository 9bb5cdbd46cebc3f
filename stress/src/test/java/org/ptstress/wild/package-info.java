/**
 * Mistakes of public projects, each written anew as a table of timer ids, with the cured table
 * beside it. Both tables of a pair are one class; the mistake is one step of it.
 *
 * <p>Vocabulary. A <em>pair</em> is a mistake and its cure. {@link org.ptstress.wild.Pair#ALL} has
 * all sixteen, in the order of docs/faults-in-the-wild.md.
 */
@NullMarked
package org.ptstress.wild;

import org.jspecify.annotations.NullMarked;
