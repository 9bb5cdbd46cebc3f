/**
 * The projection of a run's counts to more cores: Boyd-Wickizer's model of a queue lock, and how
 * well it does on the published table of 2025. Nothing here was measured.
 */
@NullMarked
package org.ptstress.reports.projection;

import org.jspecify.annotations.NullMarked;
