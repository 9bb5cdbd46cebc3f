/**
 * Runs on more than one machine: {@link org.ptstress.reports.fleet.RunPlan} lists the units of a
 * run, {@link org.ptstress.reports.fleet.Shards} deals them out, and {@link
 * org.ptstress.reports.fleet.Merge} makes one run folder of what came back.
 */
@NullMarked
package org.ptstress.reports.fleet;

import org.jspecify.annotations.NullMarked;
