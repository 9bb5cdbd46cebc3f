package org.ptstress.reports.page.verdict;

import org.ptstress.model.Claim;
import org.ptstress.reports.verdict.VerdictClass;

/**
 * A cell of the verdict matrix.
 *
 * @param design the design's name
 * @param claim the claim
 * @param state its state
 * @param note the figure behind it, or empty
 * @param reason the verdict's reason in a sentence
 * @param anchor the id of its evidence
 * @param run the run's label where there are several, or empty
 */
public record CellView(
    String design,
    Claim claim,
    VerdictClass state,
    String note,
    String reason,
    String anchor,
    String run) {}
