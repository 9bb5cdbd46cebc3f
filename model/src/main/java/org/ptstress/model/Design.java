package org.ptstress.model;

import org.ptstress.model.kernel.Rcu;

/**
 * An entry of the catalogue: a design under test and what it promises. A jar adds one by naming its
 * class in {@code META-INF/services/org.ptstress.model.Design}; the class is public and has a
 * public constructor without parameters. Tools load it in many JVMs, so neither the constructor nor
 * what the design says of itself waits or throws. docs/writing-a-design.md is the contract.
 */
public interface Design {
  /**
   * The name by which commands and results know the design.
   *
   * @return letters and digits, unique in the catalogue
   */
  String name();

  /**
   * The origin of the design.
   *
   * @return a kernel version, or who proposed it
   */
  String origin();

  /**
   * The shape of the design.
   *
   * @return a sentence
   */
  String summary();

  /**
   * The policy by which it chooses ids.
   *
   * @return the policy
   */
  IdPolicy idPolicy();

  /**
   * Its promises: {@link Promises#allHold}, less what is broken or does not apply.
   *
   * @return one promise a claim
   */
  Promises promises();

  /**
   * Makes an empty table.
   *
   * @param config its dimensions; a table that grows begins with its {@link TableConfig#buckets}
   * @param rcu the domain in which callers of {@link TimerTable#find} open their read sections; a
   *     table needs it only where it walks without a lock by itself
   * @return the table
   */
  TimerTable newTable(TableConfig config, Rcu rcu);
}
