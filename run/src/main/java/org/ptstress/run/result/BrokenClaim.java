package org.ptstress.run.result;

import org.ptstress.model.Claim;

/**
 * A counterexample of the interleaving search.
 *
 * @param claim the broken claim
 * @param message what was found
 * @param interleaving the steps of the threads, as Lincheck prints them
 */
public record BrokenClaim(Claim claim, String message, String interleaving) {}
