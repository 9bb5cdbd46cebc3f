package org.ptstress.model.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;

/**
 * A good design with one step that is wrong. It promises what the good one does; its summary says
 * in a sentence what is wrong.
 */
public final class Fault extends CatalogueEntry {
  /** The good designs by name: the catalogue makes a new entry whenever it is asked. */
  private static final Map<String, Design> BASES = new ConcurrentHashMap<>();

  private final Claim claim;
  private final Design base;

  Fault(
      String name,
      String base,
      Claim claim,
      String sentence,
      BiFunction<TableConfig, Rcu, TimerTable> factory) {
    this(name, BASES.computeIfAbsent(base, Designs::named), claim, sentence, factory);
  }

  private Fault(
      String name,
      Design base,
      Claim claim,
      String sentence,
      BiFunction<TableConfig, Rcu, TimerTable> factory) {
    super(
        name,
        "a seeded fault in " + base.name(),
        sentence,
        base.idPolicy(),
        base.promises(),
        factory);
    this.claim = claim;
    this.base = base;
  }

  /**
   * The design that the fault is in.
   *
   * @return a design of the catalogue, the same for all faults that are in it
   */
  public Design base() {
    return base;
  }

  /**
   * The claim that it is meant to break; it may break more.
   *
   * @return the claim
   */
  public Claim claim() {
    return claim;
  }

  @Override
  public String toString() {
    return name();
  }
}
