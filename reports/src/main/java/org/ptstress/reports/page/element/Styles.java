package org.ptstress.reports.page.element;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ptstress.reports.chart.Style;

/** Gives each design the same look in every chart of a page. */
public final class Styles {
  private final List<String> designs;

  public Styles(Iterable<String> designs) {
    this.designs = StreamSupport.stream(designs.spliterator(), false).distinct().toList();
  }

  public Style of(String name) {
    return isDesign(name) ? Style.of(designs.indexOf(name)) : Style.CONTROL;
  }

  public boolean isDesign(String name) {
    return designs.contains(name);
  }

  /** The place of a design; controls come last. */
  public int order(String name) {
    return isDesign(name) ? designs.indexOf(name) : designs.size();
  }
}
