/** Tests of the reader on whole run folders, and the folders themselves. */
@NullMarked
package org.ptstress.reports.result;

import org.jspecify.annotations.NullMarked;
