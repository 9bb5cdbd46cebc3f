package org.ptstress.reports.page.evidence;

import java.util.List;

/**
 * A seeded fault on the page.
 *
 * @param name its name
 * @param sentence what is wrong
 * @param base the good design that it is in
 * @param cells what each tool made of it
 */
public record FaultView(String name, String sentence, String base, List<Cell> cells) {
  /**
   * What a tool made of a fault.
   *
   * @param text in a few words
   * @param expected what was expected, in words
   * @param witness what was seen, or empty
   * @param outcome as the reader's eye is to be led
   */
  public record Cell(String text, String expected, String witness, Outcome outcome) {}

  /** What is right, and what is not. */
  public enum Outcome {
    AS_EXPECTED,
    MISSED,
    NOT_RUN
  }

  /** Whether a tool that should find it did not. */
  public boolean isMissed() {
    return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.MISSED);
  }

  /** Whether a tool was not asked. */
  public boolean isOpen() {
    return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.NOT_RUN);
  }
}
