/** What commands print: plain text and Markdown from records of a run. */
@NullMarked
package org.ptstress.reports.text;

import org.jspecify.annotations.NullMarked;
