package org.ptstress.stress.order;

import java.util.Iterator;
import java.util.List;
import org.ptstress.run.result.Bound;

/**
 * The exploration budget for each weakened order. It contains no time, so what is explored does not
 * depend on the load of the machine.
 *
 * @param near the bound of the search of each scenario; smaller differences are explored first
 * @param executions the maximum of its executions for a scenario, at least 1
 * @param far the bounds of random walks, which follow if nothing was found
 * @param walks how many there are of each scenario, at least 0
 * @param places a regular expression that selects the places to weaken, by a match of a part
 */
public record OrderBudget(Bound near, long executions, Bound far, int walks, String places) {
  /** The value of {@link #places} that selects all. */
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
