package org.ptstress.shape;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Design;

/** All tables of this package. */
public final class Shapes {
  /** Tables whose ids come from no counter. */
  public static final List<Design> POOLED =
      List.of(
          new Pooled.LastFreed(),
          new Pooled.FirstFreed(),
          new Pooled.Drawn(),
          new Pooled.LowestFree());

  /** One of each shape, with ids from a counter. */
  public static final List<Design> COUNTED =
      List.of(
          new StripedLocks(),
          new SkipList(),
          new LocalKey(),
          new CopyOnWrite(),
          new Stamped(),
          new ReadWrite(),
          new SlotPages(),
          new OpenAddressing());

  /** All of these. */
  public static final List<Design> ALL = Stream.concat(COUNTED.stream(), POOLED.stream()).toList();

  /** Upon classes of the JDK that lock themselves and that the engine sees into. */
  public static final List<Design> LOCKING =
      List.of(
          new Built.OfVector(),
          new Built.OfStack(),
          new Built.OfMap(),
          new Built.OfQueue(),
          new Built.OfDeque(),
          new Built.OfHeap());

  /** Upon others: two classes are loaded before the engine, one is none that it instruments. */
  public static final List<Design> UNSEEN =
      List.of(new Built.OfHashtable(), new Built.OfBuffer(), new Built.OfStream());

  /** That hash by identity, or draw a number. */
  public static final List<Design> HASHED =
      List.of(new Hashed.ByProcess(), new Hashed.ByToken(), new Hashed.ByRandom());

  private Shapes() {}
}
