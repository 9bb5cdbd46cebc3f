package org.ptstress.model;

import org.ptstress.model.kernel.Rcu;

/**
 * An entry of the catalogue: a design under test and what it promises. A jar adds one by naming its
 * class in {@code META-INF/services/org.ptstress.model.Design}; the class needs a public
 * constructor without parameters.
 */
public interface Design {
  /**
   * The name by which commands and results know the design.
   *
   * @return letters and digits, unique in the catalogue
   */
  String name();

  /**
   * Where the design comes from.
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
   * How it chooses ids.
   *
   * @return the policy
   */
  IdPolicy idPolicy();

  /**
   * What it promises.
   *
   * @return one promise a claim
   */
  Promises promises();

  /**
   * Makes an empty table.
   *
   * @param config its dimensions
   * @param rcu the domain in which callers of {@link TimerTable#find} open their read sections; a
   *     table needs it only where it walks without a lock by itself
   * @return the table
   */
  TimerTable newTable(TableConfig config, Rcu rcu);
}
