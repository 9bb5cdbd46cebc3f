/** The verdicts, the answers to the reviewers of 2012 and the figures that decide them. */
@NullMarked
package org.ptstress.reports.page.verdict;

import org.jspecify.annotations.NullMarked;
