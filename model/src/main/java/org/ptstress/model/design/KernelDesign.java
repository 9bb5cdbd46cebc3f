package org.ptstress.model.design;

import java.util.function.BiFunction;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;

/** What the catalogue entries of the kernel's designs share. */
abstract class KernelDesign implements Design {
  private final String name;
  private final String origin;
  private final String summary;
  private final IdPolicy idPolicy;
  private final Promises promises;
  private final BiFunction<TableConfig, Rcu, TimerTable> factory;

  KernelDesign(
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
