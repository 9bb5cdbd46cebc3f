package org.ptstress.model.fault;

import java.util.function.BiFunction;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;

/** A good design with one step that is wrong. It promises what the good one does. */
public final class Fault implements Design {
  private final String name;
  private final Claim claim;
  private final String sentence;
  private final Design base;
  private final BiFunction<TableConfig, Rcu, TimerTable> factory;

  Fault(
      String name,
      String base,
      Claim claim,
      String sentence,
      BiFunction<TableConfig, Rcu, TimerTable> factory) {
    this.name = name;
    this.claim = claim;
    this.sentence = sentence;
    this.base = Designs.named(base);
    this.factory = factory;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String origin() {
    return "a seeded fault in " + base.name();
  }

  /**
   * What is wrong.
   *
   * @return a sentence
   */
  @Override
  public String summary() {
    return sentence;
  }

  /**
   * The design that the fault is in.
   *
   * @return a design of the catalogue
   */
  public Design base() {
    return base;
  }

  /**
   * What it is meant to break; it may break more.
   *
   * @return the claim
   */
  public Claim claim() {
    return claim;
  }

  @Override
  public IdPolicy idPolicy() {
    return base.idPolicy();
  }

  @Override
  public Promises promises() {
    return base.promises();
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return factory.apply(config, rcu);
  }

  @Override
  public String toString() {
    return name;
  }
}
