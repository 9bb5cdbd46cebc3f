package org.ptstress.model.spec;

import java.util.Set;
import org.ptstress.model.Claim;

/**
 * Which ids some timers must have got.
 *
 * @param claim what is broken otherwise
 * @param timers the names
 * @param ids the ids of these timers together, in any order
 */
public record IdRule(Claim claim, Set<String> timers, Set<Integer> ids) {}
