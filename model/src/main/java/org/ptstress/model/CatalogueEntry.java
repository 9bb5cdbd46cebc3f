package org.ptstress.model;

import java.util.function.BiFunction;
import org.ptstress.model.kernel.Rcu;

/** A catalogue entry whose parts are arguments of its constructor; a design need not use it. */
public abstract class CatalogueEntry implements Design {
  private final String name;
  private final String origin;
  private final String summary;
  private final IdPolicy idPolicy;
  private final Promises promises;
  private final BiFunction<TableConfig, Rcu, TimerTable> factory;

  /**
   * Makes the entry.
   *
   * @param name letters and digits, unique in the catalogue
   * @param origin a kernel version, or who proposed it
   * @param summary its shape, a sentence
   * @param idPolicy how it chooses ids
   * @param promises one promise a claim
   * @param factory makes an empty table, as {@link Design#newTable}
   */
  protected CatalogueEntry(
      String name,
      String origin,
      String summary,
      IdPolicy idPolicy,
      Promises promises,
      BiFunction<TableConfig, Rcu, TimerTable> factory) {
    this.name = name;
    this.origin = origin;
    this.summary = summary;
    this.idPolicy = idPolicy;
    this.promises = promises;
    this.factory = factory;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String origin() {
    return origin;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final IdPolicy idPolicy() {
    return idPolicy;
  }

  @Override
  public final Promises promises() {
    return promises;
  }

  @Override
  public final TimerTable newTable(TableConfig config, Rcu rcu) {
    return factory.apply(config, rcu);
  }
}
