/** What commands print, and CI servers read: plain text, Markdown and XML from records of a run. */
@NullMarked
package org.ptstress.reports.text;

import org.jspecify.annotations.NullMarked;
