package org.ptstress.outside;

/** A design as another jar would offer it. */
public final class OutsideA extends SortedMapDesign {
  /** For the service loader. */
  public OutsideA() {
    super("OutsideA");
  }
}
