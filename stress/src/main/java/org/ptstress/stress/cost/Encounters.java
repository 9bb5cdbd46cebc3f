package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ptstress.model.Design;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.PairRow;
import org.ptstress.stress.engine.record.Conflict;

/** Finds the conflicts of each pair of operations of a design, from many states. */
final class Encounters {
  /** The kernel's number, so that two timers rarely share a bucket. */
  private static final int BUCKETS = 512;

  private static final Comparator<Culprit> ORDER =
      Comparator.comparing(Culprit::part)
          .thenComparing(Culprit::location)
          .thenComparing(Culprit::accesses);

  private final Design design;
  private final LogicalThreads threads;
  private final List<World> worlds = new ArrayList<>();

  Encounters(Design design, int states, LogicalThreads threads) {
    this.design = design;
    this.threads = threads;
    // As everywhere, one thread draws all random numbers.
    threads.first(() -> populate(states));
  }

  private void populate(int states) {
    for (int seed = 0; seed < states; seed++) {
      worlds.add(world(seed));
    }
  }

  private World world(int seed) {
    World world = new World(design, BUCKETS, seed);
    Meeting.populate(world);
    return world;
  }

  /**
   * A row for each pair.
   *
   * @param progress is notified of each
   */
  List<PairRow> rows(Runnable progress) {
    List<PairRow> rows = new ArrayList<>();
    for (Pair pair : Pair.all(worlds.get(0).hasExactIds())) {
      // Reseeded for each pair: a conflict of one pair must not change the draws of another.
      threads.seed();
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
    // A design that allocates an array in every operation does not grow each time.
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
        pair.first(),
        pair.second(),
        pair.relation(),
        pair.commutes(design.idPolicy()),
        counted.size(),
        free,
        free < counted.size() && stripes(pair),
        culprits);
  }

  /**
   * Whether a pair that conflicts at compare-and-sets becomes conflict-free once one of them has
   * failed: JDK counters are striped only then.
   */
  private boolean stripes(Pair pair) {
    List<World> world = new ArrayList<>();
    threads.first(() -> world.add(world(0)));
    try {
      Meeting before = meet(world.get(0), pair);
      List<Conflict> updated = before.conflicts().stream().filter(Conflict::isOfUpdates).toList();
      Meeting collision = meeting(world.get(0), pair);
      collision.collide(updated, threads);
      if (!collision.hasCollided()) {
        return false;
      }
      threads.first(collision::undo);
      return meet(world.get(0), pair).culprits().isEmpty();
    } catch (IllegalStateException e) {
      // The first holds a lock that the second waits for.
      return false;
    }
  }

  private Meeting meeting(World world, Pair pair) {
    List<Meeting> meetings = new ArrayList<>();
    threads.first(() -> meetings.add(new Meeting(world, pair)));
    return meetings.get(0);
  }

  private Meeting meet(World world, Pair pair) {
    Meeting meeting = meeting(world, pair);
    threads.first(meeting::first);
    threads.second(meeting::second);
    threads.first(meeting::undo);
    return meeting;
  }
}
