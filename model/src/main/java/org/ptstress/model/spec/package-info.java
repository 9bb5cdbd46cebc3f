/**
 * What is right: small concurrent scenarios, the sequential specification of the calls in them, and
 * the oracle that enumerates a scenario's legal outcomes.
 *
 * <p>Vocabulary. A <em>scenario</em> is a set-up, actors that run in parallel, and an aftermath. An
 * <em>actor</em> runs a few calls one after the other. An <em>outcome</em> is what all calls of all
 * actors returned, together with what the audit of the table found broken afterwards.
 */
@NullMarked
package org.ptstress.model.spec;

import org.jspecify.annotations.NullMarked;
