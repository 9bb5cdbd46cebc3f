package org.ptstress.stress.order;

import java.util.Iterator;
import java.util.List;
import org.ptstress.run.result.Bound;

/**
 * How much is explored of each order that is weakened. Nothing in it is a time: whatever else the
 * machine does, the same is explored.
 *
 * @param near how far executions differ from the plainest one in a search of each scenario, those
 *     that differ less first
 * @param executions how many of these there may be of a scenario, at least 1
 * @param far the bounds of random walks, which follow if nothing was found
 * @param walks how many there are of each scenario, at least 0
 * @param places a regular expression: only places are weakened that it is found in
 */
public record OrderBudget(Bound near, long executions, Bound far, int walks, String places) {
  /** Of {@link #places}: all of them. */
  public static final String ALL = "";

  /** As arguments of a child. */
  List<String> args() {
    return List.of(
        Integer.toString(near.preemptions()),
        Integer.toString(near.staleReads()),
        Long.toString(executions),
        Integer.toString(far.preemptions()),
        Integer.toString(far.staleReads()),
        Integer.toString(walks),
        places);
  }

  /** Takes from an iterator what {@link #args} has made. */
  static OrderBudget of(Iterator<String> args) {
    return new OrderBudget(
        bound(args),
        Long.parseLong(args.next()),
        bound(args),
        Integer.parseInt(args.next()),
        args.next());
  }

  private static Bound bound(Iterator<String> args) {
    return new Bound(Integer.parseInt(args.next()), Integer.parseInt(args.next()));
  }
}
