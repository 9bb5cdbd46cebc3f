/** Elements that all sections of the page share: formats, styles, the numbers of a chart. */
@NullMarked
package org.ptstress.reports.page.element;

import org.jspecify.annotations.NullMarked;
