package org.ptstress.shape;

import java.util.List;
import org.ptstress.model.Design;

/** All tables of this package. */
public final class Shapes {
  /** One of each shape. */
  public static final List<Design> ALL =
      List.of(
          new StripedLocks(),
          new SkipList(),
          new CopyOnWrite(),
          new Stamped(),
          new ReadWrite(),
          new SlotPages(),
          new OpenAddressing());

  private Shapes() {}
}
