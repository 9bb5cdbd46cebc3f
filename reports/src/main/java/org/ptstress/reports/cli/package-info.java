/** The command line of ptstress. */
@NullMarked
package org.ptstress.reports.cli;

import org.jspecify.annotations.NullMarked;
