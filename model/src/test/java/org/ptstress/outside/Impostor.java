package org.ptstress.outside;

/** Holds a design that is not in the service file, because its name is taken. */
public final class Impostor {
  private Impostor() {}

  /** Another design with the name of {@link org.ptstress.outside.OutsideA}. */
  public static final class OutsideA extends SortedMapDesign {
    /** For the service loader. */
    public OutsideA() {
      super("OutsideA");
    }
  }
}
