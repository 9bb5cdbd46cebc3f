package org.ptstress.model.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/** The seeded faults. They are no part of the catalogue of designs, but tools find them by name. */
public final class Faults {
  private static final List<Fault> ALL =
      Stream.of(
              CounterFaults.all(),
              SearchFaults.all(),
              IdentityFaults.all(),
              ChainFaults.all(),
              ReclaimFaults.all(),
              RestoreFaults.all(),
              LockFaults.all(),
              SlotFaults.all(),
              WeakMemoryFaults.all())
          .flatMap(List::stream)
          .toList();

  private Faults() {}

  /**
   * Every fault.
   *
   * @return the faults; names are unique, and no design has one of them
   */
  public static List<Fault> all() {
    return ALL;
  }

  /**
   * A fault or a design by its name: what a tool is to be pointed at.
   *
   * @param name the name
   * @return the fault of that name, or else the design
   * @throws IllegalArgumentException if there is neither; the message lists the known designs
   */
  public static Design subject(String name) {
    Optional<Fault> fault = ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    return fault.isPresent() ? fault.get() : Designs.named(name);
  }
}
