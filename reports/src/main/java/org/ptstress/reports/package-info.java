/** Reports and the command line. */
@NullMarked
package org.ptstress.reports;

import org.jspecify.annotations.NullMarked;
