package org.ptstress.wild.slot;

import org.ptstress.wild.Wild;

/**
 * A free list whose head has a tag (eclipse-iceoryx/iceoryx 2351).
 *
 * <p>A take that has to try again counts its own tag on, and not that of the head that it has read
 * anew. So a thread that was stalled sets the tag back, tags come again, and a take with a stale
 * head and successor succeeds: it makes a slot the head that another timer has, and the next take
 * gives it to a second one, which overwrites the first. It takes two stalls: one of the thread that
 * sets the tag back, and one of the thread whose head comes again. The cure counts on the tag of
 * the head.
 */
public final class TagOfStaleHead {
  private static final String ORIGIN = "eclipse-iceoryx/iceoryx 2351";

  private TagOfStaleHead() {}

  /** Counts its own tag on. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "TagOfStaleHead",
          ORIGIN,
          "Slots from a free list with a tag, which a take that tries again counts on by itself.",
          SlotTable.PROMISES,
          config ->
              new SlotTable(
                  config,
                  new SlotPool() {
                    @Override
                    int nextTag(int ofHead, int ofLastTry) {
                      return ofLastTry + 1;
                    }
                  }));
    }
  }

  /** Counts the tag of the head on. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "TagOfStaleHeadCured",
          ORIGIN,
          "Slots from a free list with a tag, which each take counts on.",
          SlotTable.PROMISES,
          config -> new SlotTable(config, new SlotPool()));
    }
  }
}
