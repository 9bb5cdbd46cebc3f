/**
 * Turns series of numbers into the geometry of a line chart. Nothing here knows of SVG: a template
 * writes the elements, this package says where they are.
 */
@NullMarked
package org.ptstress.reports.chart;

import org.jspecify.annotations.NullMarked;
