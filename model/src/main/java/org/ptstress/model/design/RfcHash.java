package org.ptstress.model.design;

import static org.ptstress.model.Claim.BOUNDED_SEARCH;
import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.NO_DANGLING_TIMER;
import static org.ptstress.model.Claim.NO_LEAK_ON_EXIT;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.VALID_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;
import static org.ptstress.model.Claim.WRAP_AS_DESCRIBED;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;

/**
 * The hash table of the RFC of October 2012, which was never merged: 512 chains, one spinlock
 * around every operation including each lookup, and a signed id counter per process.
 *
 * <p>Insert: read the counter as the start of the search, without the lock. Then, one lock hold a
 * try: look whether the counter's value is taken; if not, hash the timer there and return the
 * value, moving the counter on; if so, move the counter on, and give up with -EAGAIN when it comes
 * back to the start. The loop goes on while the result is -ENOENT.
 *
 * <p>Progress: everything blocks on one spinlock.
 *
 * <p>Its defects, all kept: no line handles the sign, so after INT_MAX the counter goes negative,
 * and a timer is hashed while its negative id is returned as an error, which leaves it hashed after
 * it was freed; at -2 the id is mistaken for -ENOENT and the same node goes into a second chain,
 * which cuts off the first; at -11 the result reads as -EAGAIN; a freed timer that is still hashed
 * is allocated and hashed again, which bends a chain into a circle, so that the next lookup there
 * walks for ever under the lock; the start is read outside the lock and can be stepped over; a new
 * timer has no identity until it is published, so the search does not see it; the hash ignores most
 * of the pointer.
 *
 * <p>Deviation: none in the steps. Lookups in the kernel also switch interrupts off, which a model
 * has none of.
 *
 * <p>Source: the RFC and its review on the kernel mailing list, October 2012.
 */
final class RfcHash extends RfcTable {

  RfcHash(TableConfig config) {
    super(config);
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "RfcHash",
          "RFC of October 2012, never merged",
          "512 chains, one spinlock for everything, a signed id counter per process.",
          IdPolicy.NEXT,
          withAnyWrap()
              .broken(
                  VALID_IDS,
                  "The signed counter overflows to INT_MIN, and the negative id is returned.")
              .broken(
                  WRAPS_TO_ZERO,
                  "The code never resets the counter to 0; it first runs through all"
                      + " negative values.")
              .broken(
                  WRAP_AS_DESCRIBED,
                  "The code does not do what the changelog says: the counter stays"
                      + " negative, and -EAGAIN is not returned.")
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "At counter -11 the id reads as -EAGAIN in an empty table.")
              .broken(
                  BOUNDED_SEARCH,
                  "In a full table the search tries INT_MIN too, and other threads can"
                      + " advance the counter past the start value.")
              .broken(
                  CALLS_END,
                  "A timer that is reallocated while still hashed closes its chain into a"
                      + " cycle.")
              .broken(
                  NO_DANGLING_TIMER,
                  "A timer with a negative id is freed as a failed create and stays hashed.")
              .broken(
                  NO_LOST_TIMER,
                  "At counter -2 a node is linked into a second chain, which truncates"
                      + " the first.")
              .broken(
                  NO_LEAK_ON_EXIT,
                  "A timer with a negative id is not on the list of its process, so exit"
                      + " leaves it hashed."),
          (config, rcu) -> new RfcHash(config));
    }
  }
}
