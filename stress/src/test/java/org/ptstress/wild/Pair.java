package org.ptstress.wild;

import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.wild.slot.ReleasedTwice;
import org.ptstress.wild.slot.RemovesBySlot;
import org.ptstress.wild.slot.TagOfStaleHead;
import org.ptstress.wild.slot.TwoShifts;

/**
 * A mistake and its cure.
 *
 * @param number the row in docs/faults-in-the-wild.md
 * @param faulty the table with the mistake
 * @param cured the table without it
 */
public record Pair(int number, Design faulty, Design cured) {
  /** All pairs. */
  public static final List<Pair> ALL =
      List.of(
          new Pair(1, new SplitHolder.Faulty(), new SplitHolder.Cured()),
          new Pair(2, new RelinkingGrowth.Faulty(), new RelinkingGrowth.Cured()),
          new Pair(3, new TagOfStaleHead.Faulty(), new TagOfStaleHead.Cured()),
          new Pair(4, new ReleasedTwice.Faulty(), new ReleasedTwice.Cured()),
          new Pair(5, new TwoShifts.Faulty(), new TwoShifts.Cured()),
          new Pair(6, new LateFence.Faulty(), new LateFence.Cured()),
          new Pair(7, new NestedPin.Faulty(), new NestedPin.Cured()),
          new Pair(8, new RetiredOutOfOrder.Faulty(), new RetiredOutOfOrder.Cured()),
          new Pair(9, new LaggingStamp.Faulty(), new LaggingStamp.Cured()),
          new Pair(10, new GivesUp.Faulty(), new GivesUp.Cured()),
          new Pair(11, new RemovesBySlot.Faulty(), new RemovesBySlot.Cured()),
          new Pair(12, new RecycledIsAbsent.Faulty(), new RecycledIsAbsent.Cured()),
          new Pair(13, new UnmarkedUnlink.Faulty(), new UnmarkedUnlink.Cured()),
          new Pair(14, new WindowSetBack.Faulty(), new WindowSetBack.Cured()),
          new Pair(15, new WrapIsFailure.Faulty(), new WrapIsFailure.Cured()),
          new Pair(16, new SeqlockFences.Faulty(), new SeqlockFences.Cured()));

  @Override
  public String toString() {
    return faulty.name();
  }
}
