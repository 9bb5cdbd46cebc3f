package org.ptstress.stress.exploration;

import java.time.Duration;
import org.ptstress.run.result.Bound;

/**
 * How much an exploration does.
 *
 * @param bound how far executions differ from the plainest one, those that differ less first
 * @param walks how many random walks follow where there are three actors or more, at least 0
 * @param each how long a scenario may take on a design
 */
public record ExplorationBudget(Bound bound, int walks, Duration each) {}
