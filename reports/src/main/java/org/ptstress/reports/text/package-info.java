/** Output of commands and for CI servers: plain text, Markdown and XML from records of a run. */
@NullMarked
package org.ptstress.reports.text;

import org.jspecify.annotations.NullMarked;
