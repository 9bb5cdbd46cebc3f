package org.ptstress.reports.chart;

/**
 * The look of a line, which tells it from the others: its colour, and by its marks and dashes
 * together, so that the colour is not needed.
 *
 * @param cssClass the class that carries colour and dashes
 * @param mark the outline of a mark around 0, 0, as SVG path data
 */
public record Style(String cssClass, String mark) {
  private static final int COLOURS = 10;

  private static final String[] MARKS = {
    "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",
    "M-4,-4h8v8h-8z",
    "M0,-5.2L5,3.8H-5z",
    "M0,-5.6L5.6,0L0,5.6L-5.6,0z",
    "M0,5.2L5,-3.8H-5z",
    "M-1.6,-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
    "M0,-5.4L5.1,-1.7L3.2,4.4H-3.2L-5.1,-1.7z",
  };

  /** The style of what is measured for comparison only. */
  public static final Style CONTROL = new Style("series control", "M-4,-1.2h8v2.4h-8z");

  /**
   * The style of a design.
   *
   * @param index its place among the designs, from 0
   * @return a style; the first ten differ in colour, the first fourteen in marks or dashes
   */
  public static Style of(int index) {
    String dashes = index / MARKS.length % 2 == 0 ? "" : " dashed";
    return new Style("series s" + index % COLOURS + dashes, MARKS[index % MARKS.length]);
  }
}
