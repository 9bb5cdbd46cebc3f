package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ptstress.model.Design;

/** Looks for conflicts of pairs of operations of a design, from many states. */
final class Conflicts {
  /** The kernel's, so that two timers seldom meet in a bucket. */
  private static final int BUCKETS = 512;

  private static final Comparator<Culprit> ORDER =
      Comparator.comparing(Culprit::part)
          .thenComparing(Culprit::location)
          .thenComparing(Culprit::accesses);

  private final Design design;
  private final LogicalThreads threads;
  private final List<World> worlds = new ArrayList<>();

  Conflicts(Design design, int states, LogicalThreads threads) {
    this.design = design;
    this.threads = threads;
    // Here as everywhere, what is drawn at random is drawn by one thread.
    threads.first(() -> populate(states));
  }

  private void populate(int states) {
    for (int seed = 0; seed < states; seed++) {
      World world = new World(design, BUCKETS, seed);
      Meeting.populate(world);
      worlds.add(world);
    }
  }

  /**
   * A row for each pair.
   *
   * @param progress is told of each
   */
  List<PairRow> rows(Runnable progress) {
    List<PairRow> rows = new ArrayList<>();
    for (Pair pair : Pair.all(worlds.get(0).hasExactIds())) {
      List<Meeting> meetings = new ArrayList<>();
      threads.first(
          () -> {
            worlds.forEach(world -> meetings.add(new Meeting(world, pair)));
            meetings.forEach(Meeting::first);
          });
      threads.second(() -> meetings.forEach(Meeting::second));
      rows.add(row(pair, meetings));
      threads.first(() -> meetings.forEach(Meeting::undo));
      progress.run();
    }
    return rows;
  }

  private PairRow row(Pair pair, List<Meeting> meetings) {
    List<Meeting> steady = meetings.stream().filter(meeting -> !meeting.hasGrown()).toList();
    // A design that makes an array each time does not grow each time.
    List<Meeting> counted = steady.size() > meetings.size() / 2 ? steady : meetings;
    Map<Culprit, Integer> found = new TreeMap<>(ORDER);
    int free = 0;
    for (Meeting meeting : counted) {
      Set<Culprit> culprits = meeting.culprits();
      free += culprits.isEmpty() ? 1 : 0;
      culprits.forEach(culprit -> found.merge(culprit, 1, Integer::sum));
    }
    List<Culprit> culprits = new ArrayList<>();
    found.forEach((culprit, states) -> culprits.add(culprit.in(states)));
    return new PairRow(
        design.name(),
        pair.first(),
        pair.second(),
        pair.relation(),
        pair.commutes(design.idPolicy()),
        counted.size(),
        free,
        culprits);
  }
}
