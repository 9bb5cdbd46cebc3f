package org.ptstress.model.fault;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/** The seeded faults. They are no part of the catalogue of designs, but tools find them by name. */
public final class Faults {
  private Faults() {}

  /**
   * Every fault.
   *
   * @return the faults; names are unique, and no design has one of them
   */
  public static List<Fault> all() {
    return Catalogue.ALL;
  }

  /**
   * Tables that faults have been put into, as they are without: no tool may find anything in them
   * that it does not find in the good design.
   *
   * @return the tables, by names of their own
   */
  public static List<Fault> mended() {
    return Catalogue.MENDED;
  }

  /**
   * A fault or a design by its name: what a tool is to be pointed at.
   *
   * @param name the name
   * @return the design of that name, or else the fault
   * @throws IllegalArgumentException if there is neither; the message lists the known designs
   */
  public static Design subject(String name) {
    // Designs first: the JVMs that race start by the hundred, and need no fault for a design.
    return Designs.all().stream()
        .filter(design -> design.name().equals(name))
        .findFirst()
        .or(
            () ->
                Stream.concat(all().stream(), mended().stream())
                    .filter(fault -> fault.name().equals(name))
                    .findFirst())
        .orElseGet(() -> Designs.named(name));
  }

  /** Made when the first fault is asked for. */
  private static final class Catalogue {
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
                WeakMemoryFaults.all(),
                GateFaults.all(),
                EpochFaults.all(),
                CacheFaults.all(),
                CostFaults.all())
            .flatMap(List::stream)
            .toList();

    private static final List<Fault> MENDED =
        Stream.concat(EpochFaults.mended().stream(), CacheFaults.mended().stream()).toList();
  }
}
