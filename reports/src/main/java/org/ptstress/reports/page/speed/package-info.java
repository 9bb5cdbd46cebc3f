/** Throughput, scaling, costs, the replay of 2025 and the projection. */
@NullMarked
package org.ptstress.reports.page.speed;

import org.jspecify.annotations.NullMarked;
