package org.ptstress.reports.page;

import java.util.List;

/**
 * The content of the summary: the page's view with lists cut short.
 *
 * @param page the view
 * @param most the number of entries shown of a list
 */
record SummaryView(PageView page, int most) {
  private static final int LONGEST = 240;

  <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(most, list.size()));
  }

  int rest(List<?> list) {
    return Math.max(0, list.size() - most);
  }

  /** A text that Markdown takes as it is, short enough for a line. */
  String text(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "\u2026";
    return cut.replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1");
  }
}
