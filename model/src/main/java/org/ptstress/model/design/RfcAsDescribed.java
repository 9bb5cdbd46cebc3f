package org.ptstress.model.design;

import static org.ptstress.model.Claim.BOUNDED_SEARCH;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;
import static org.ptstress.model.Claim.WRAP_AS_DESCRIBED;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The RFC of October 2012 as its changelog describes it: {@link RfcHash}, whose counter does not
 * stay negative.
 *
 * <p>Insert: as {@link RfcHash}, with one step before each try, under the same lock: if the counter
 * is negative, set it to 0 and return -EAGAIN.
 *
 * <p>Progress: everything blocks on one spinlock.
 *
 * <p>Fixed against the patch: all that follows from negative ids, which is the dangling timers, the
 * node in two chains, the results that read as other errors, and the endless walk. Left broken: a
 * program gets -EAGAIN once in 2^31 creates although most ids are free; others can step the counter
 * past the end while a search is under way, which then starts at 0 again; a new timer has no
 * identity until it is published; the hash, and the one spinlock.
 *
 * <p>Deviation: the text does not say where the sign is looked at. Here it is before a try, so that
 * INT_MAX itself is handed out.
 *
 * <p>Source: the changelog of the RFC on the kernel mailing list, October 2012.
 *
 * <p>One step can be overridden so that seeded faults deviate in it.
 */
public class RfcAsDescribed extends RfcTable {
  /**
   * Makes an empty table.
   *
   * @param config its dimensions
   */
  public RfcAsDescribed(TableConfig config) {
    super(config);
  }

  @Override
  final int tryCounter(Process owner, KTimer timer, int start) {
    return owner.nextTimerId() < 0 ? wrap(owner) : super.tryCounter(owner, timer, start);
  }

  /**
   * What a try does that finds the counter negative. The caller holds {@code hash_lock}.
   *
   * @param owner the process
   * @return -EAGAIN; or -ENOENT to try again
   */
  protected int wrap(Process owner) {
    owner.setNextTimerId(0);
    return -Errno.EAGAIN;
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "RfcAsDescribed",
          "the changelog of the RFC of October 2012, never written",
          "As RfcHash, but a counter that has turned negative is set to 0, and -EAGAIN is returned.",
          IdPolicy.NEXT,
          withAnyWrap()
              .broken(
                  WRAPS_TO_ZERO,
                  "A search that passes INT_MAX returns -EAGAIN; only the next one starts at 0.")
              .holds(WRAP_AS_DESCRIBED)
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "After INT_MAX one create fails with -EAGAIN, however many ids are free.")
              .broken(
                  BOUNDED_SEARCH,
                  "In a full table another create can consume the -EAGAIN, and this"
                      + " search starts at 0 again."),
          (config, rcu) -> new RfcAsDescribed(config));
    }
  }
}
