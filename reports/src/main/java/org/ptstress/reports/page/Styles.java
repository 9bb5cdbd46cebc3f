package org.ptstress.reports.page;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ptstress.reports.chart.Style;

/** Gives each design the same look in every chart of a page. */
final class Styles {
  private final List<String> designs;

  Styles(Iterable<String> designs) {
    this.designs = StreamSupport.stream(designs.spliterator(), false).distinct().toList();
  }

  Style of(String name) {
    return isDesign(name) ? Style.of(designs.indexOf(name)) : Style.CONTROL;
  }

  boolean isDesign(String name) {
    return designs.contains(name);
  }

  /** The place of a design; controls come last. */
  int order(String name) {
    return isDesign(name) ? designs.indexOf(name) : designs.size();
  }
}
