package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.stress.cost.World.Made;
import org.ptstress.stress.cost.World.Owner;
import org.ptstress.stress.engine.record.Canary;
import org.ptstress.stress.engine.record.Poison;
import org.ptstress.stress.engine.record.Recording;

/** Verifies that the records of a design are complete, before any of them is reported. */
final class Wholeness {
  private static final int BUCKETS = 16;

  /** Enough to make tables that start small grow. */
  private static final int TIMERS = 70;

  private final World world;
  private final List<String> missed = new ArrayList<>();

  private Wholeness(Design design) {
    this.world = new World(design, BUCKETS, 1);
  }

  /** The locations that are written or read without a record, each with the verb. */
  static List<String> missed(Design design) {
    Wholeness check = new Wholeness(design);
    check.run();
    return check.missed.stream().distinct().toList();
  }

  private void run() {
    Owner owner = world.add(0);
    world.add(1);
    for (int i = 0; i < TIMERS; i++) {
      Made made = world.creation(owner);
      watch(made);
      made.keep();
    }
    watchLoads(world.lookup(owner, world.draw(owner), true));
    watchLoads(world.lookup(owner, world.drawMissing(owner), false));
    watchLoads(world.gettime(owner, world.draw(owner)));
    watch(world.settime(owner, world.draw(owner), 1));
    int deleted = world.draw(owner);
    watch(world.deletion(owner, deleted));
    if (world.hasExactIds()) {
      Made made = world.creationAt(owner, deleted);
      watch(made);
      made.keep();
    }
    watch(world.exit(owner));
  }

  private void watch(Runnable operation) {
    Canary canary = new Canary(world.roots().values());
    Recording recording = world.recorder.record(operation);
    world.names().changed(recording);
    canary.missed(recording, world.names()).forEach(name -> missed.add(name + " changed"));
  }

  private void watchLoads(Runnable operation) {
    watch(operation);
    Poison poison =
        new Poison(
            world.recorder, operation, world.roots().values(), MarkedTable.class::isInstance);
    poison.missed(world.names()).forEach(name -> missed.add(name + " was read"));
  }
}
