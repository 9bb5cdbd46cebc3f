package org.ptstress.reports.page.verdict;

import java.util.List;
import org.ptstress.reports.pairs.PairTable;
import org.ptstress.reports.pairs.SharedLocation;

/**
 * The conflicts of a design's operations.
 *
 * @param design the design's name
 * @param anchor the id of its part of the page
 * @param problem why nothing was recorded, or empty
 * @param tables one for each relation
 * @param locations the shared locations
 */
public record PairsView(
    String design,
    String anchor,
    String problem,
    List<PairTable> tables,
    List<SharedLocation> locations) {}
