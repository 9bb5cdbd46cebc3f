package org.ptstress.reports.page;

import java.util.List;

/**
 * A seeded fault on the page.
 *
 * @param name its name
 * @param sentence what is wrong
 * @param base the good design that it is in
 * @param cells what each tool made of it
 */
record FaultView(String name, String sentence, String base, List<Cell> cells) {
  /**
   * What a tool made of a fault.
   *
   * @param text in a few words
   * @param expected what was expected, in words
   * @param witness what was seen, or empty
   * @param missed whether an expected witness was not found
   */
  record Cell(String text, String expected, String witness, boolean missed) {}
}
