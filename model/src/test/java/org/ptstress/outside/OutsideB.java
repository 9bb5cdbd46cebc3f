package org.ptstress.outside;

/** A design as another jar would offer it. */
public final class OutsideB extends SortedMapDesign {
  /** For the service loader. */
  public OutsideB() {
    super("OutsideB");
  }
}
