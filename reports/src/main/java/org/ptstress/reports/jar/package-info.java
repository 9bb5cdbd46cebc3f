/** Designs from jars that are not part of ptstress, and two jars compared. */
@NullMarked
package org.ptstress.reports.jar;

import org.jspecify.annotations.NullMarked;
