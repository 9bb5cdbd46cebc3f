/** Latency by percentile and by rate. */
@NullMarked
package org.ptstress.reports.page.latency;

import org.jspecify.annotations.NullMarked;
