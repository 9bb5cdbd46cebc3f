package org.ptstress.wide;

import java.util.List;
import org.ptstress.model.Design;

/** The tables of this package that few bits or near processes make right. */
public final class WideTables {
  /** The tables that are wrong at full width. */
  public static final List<Design> FAULTY =
      List.of(
          new MiddleOfRange.Faulty(),
          new CountsFailures.Faulty(),
          new LowHalfOfOwner.Faulty(),
          new LoserIn16Bits.Faulty(),
          new LoserBehindTheEnd.Faulty(),
          new PackedKey.Faulty(),
          new BoxedReservation.Faulty());

  /** The same tables without their mistakes. */
  public static final List<Design> CURED =
      List.of(
          new MiddleOfRange.Cured(),
          new CountsFailures.Cured(),
          new LowHalfOfOwner.Cured(),
          new LoserIn16Bits.Cured(),
          new LoserBehindTheEnd.Cured(),
          new PackedKey.Cured(),
          new BoxedReservation.Cured());

  private WideTables() {}
}
