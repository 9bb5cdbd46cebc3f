package org.ptstress.reports.paired;

import org.ptstress.run.result.Row;

/**
 * One fork of one arm, by its place in a comparison.
 *
 * @param subject what it measures
 * @param batch 1, or 2 where what regressed is measured once more
 * @param pair which pair of the subject in that batch it belongs to, from 0; dropped ones count too
 */
public record Turn(Row subject, int batch, int pair) {}
