/**
 * Seeded faults: good designs with one step that is wrong. They prove that the checks see what they
 * are for; none of them is a design of its own.
 *
 * <p>Vocabulary. A fault is <em>killed</em> by a tool that finds a witness against a claim, in a
 * scenario in which the good design has none. One that is not <em>survives</em>.
 */
@NullMarked
package org.ptstress.model.fault;

import org.jspecify.annotations.NullMarked;
