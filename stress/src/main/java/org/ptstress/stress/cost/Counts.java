package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ptstress.model.Design;
import org.ptstress.run.cost.Bytecodes;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.stress.cost.World.Made;
import org.ptstress.stress.cost.World.Owner;
import org.ptstress.stress.engine.record.Footprint;
import org.ptstress.stress.engine.record.Kind;
import org.ptstress.stress.engine.record.Recording;
import org.ptstress.stress.engine.record.Tally;

/** Counts what the operations of a design cost in a table of some size. */
final class Counts {
  private static final int DRAWS = 200;
  private static final long SEED = 2012;

  /** The largest population whose timers are all looked up; more would take seconds. */
  private static final int LARGEST_WORKING_SET = 5_000;

  private final Population population;
  private final LogicalThreads threads;
  private final World world;
  private final Map<Operation, List<Costs>> costs = new EnumMap<>(Operation.class);

  /** The cost of a whole call, of the table's part of it, and what the call does by field. */
  private record Costs(Cost call, Cost table, Bytecodes bytecodes, Map<String, Tally> fields) {}

  /** Fills a table, in the first of two threads. */
  Counts(Design design, Population population, LogicalThreads threads) {
    this.population = population;
    this.threads = threads;
    this.world = new World(design, population.buckets(), SEED);
    for (int i = 0; i < population.processes(); i++) {
      world.addAged(population.timersEach(), population.rounds());
    }
  }

  /** A row for each operation. */
  List<CountRow> rows() {
    for (int i = 0; i < DRAWS; i++) {
      draw();
    }
    // Last, because it moves the id counter to where ids are taken.
    for (int i = 0; i < DRAWS && !isAged() && world.hasExactIds(); i++) {
      drawExact();
    }
    List<CountRow> rows = new ArrayList<>();
    costs.forEach((operation, all) -> rows.add(row(operation, all)));
    return rows;
  }

  /** Draws each operation once; the number of timers stays the same. */
  private void draw() {
    Owner owner = world.drawOwner();
    record(Operation.FIND, world.lookup(owner, world.draw(owner), true));
    if (isAged()) {
      return;
    }
    record(Operation.MISS, world.lookup(owner, world.drawMissing(owner), false));
    record(Operation.GETTIME, world.gettime(owner, world.draw(owner)));
    record(Operation.SETTIME, world.settime(owner, world.draw(owner), 1));
    int deleted = world.draw(owner);
    Made made = world.creation(owner);
    record(Operation.CREATE, made);
    made.keep();
    record(Operation.DELETE, world.deletion(owner, deleted));
    owner.ids.remove(deleted);
  }

  private boolean isAged() {
    return population.rounds() > 0;
  }

  private void drawExact() {
    Owner owner = world.drawOwner();
    int id = world.draw(owner);
    world.delete(owner, id);
    Made made = world.creationAt(owner, id);
    record(Operation.CREATE_AT, made);
    made.keep();
  }

  private void record(Operation operation, Runnable action) {
    Recording recording = world.recorder.record(action);
    costs
        .computeIfAbsent(operation, key -> new ArrayList<>())
        .add(
            new Costs(
                cost(recording, false),
                cost(recording, true),
                new Bytecodes(recording.bytecodes(false), recording.bytecodes(true)),
                recording.fields()));
  }

  private static Cost cost(Recording recording, boolean tableOnly) {
    Footprint footprint = recording.footprint(tableOnly);
    return new Cost(
        recording.count(Kind.LOAD, tableOnly),
        recording.count(Kind.STORE, tableOnly),
        recording.count(Kind.RMW, tableOnly),
        recording.count(Kind.FENCE, tableOnly),
        footprint.objects(),
        footprint.lines(),
        recording.count(Kind.ALLOCATION, tableOnly),
        recording.bytes(tableOnly));
  }

  private CountRow row(Operation operation, List<Costs> all) {
    long[] writes = all.stream().mapToLong(each -> each.call().writes()).sorted().toArray();
    long usual = writes[writes.length / 2];
    Cost call = Cost.NONE;
    Cost table = Cost.NONE;
    Cost worst = Cost.NONE;
    Bytecodes bytecodes = new Bytecodes(0, 0);
    Map<String, Tally> fields = new TreeMap<>();
    int draws = 0;
    for (Costs each : all) {
      Cost cost = each.call();
      if (isGrowth(cost, usual)) {
        worst = cost.loads() + cost.writes() > worst.loads() + worst.writes() ? cost : worst;
      } else {
        draws++;
        call = call.plus(cost);
        table = table.plus(each.table());
        bytecodes = bytecodes.plus(each.bytecodes());
        each.fields()
            .forEach(
                (field, tally) -> fields.computeIfAbsent(field, name -> new Tally()).add(tally));
      }
    }
    return new CountRow(
        population,
        operation,
        draws,
        call,
        table,
        all.size() - draws,
        worst,
        bytecodes,
        counts(fields));
  }

  private static List<FieldCount> counts(Map<String, Tally> fields) {
    List<FieldCount> counts = new ArrayList<>();
    fields.forEach(
        (field, tally) ->
            counts.add(
                new FieldCount(
                    field, tally.loads(), tally.stores(), tally.rmws(), tally.allocations())));
    return counts;
  }

  /** Detects an operation that resizes the table by its many writes. */
  private static boolean isGrowth(Cost cost, long usual) {
    return cost.writes() > 4 * usual + 8;
  }

  /** The working set of lookups of all timers; none for a large or aged population. */
  List<WorkingSet> workingSet() {
    if (population.timers() > LARGEST_WORKING_SET || isAged()) {
      return List.of();
    }
    Footprint footprint = new Footprint();
    boolean[] writes = new boolean[1];
    lookUpAll(
        lookup -> {
          footprint.add(lookup);
          writes[0] |= lookup.count(Kind.STORE, false) + lookup.count(Kind.RMW, false) > 0;
        });
    return List.of(
        new WorkingSet(
            population,
            population.timers(),
            footprint.locations(),
            footprint.objects(),
            footprint.places(),
            writes[0] ? shared() : List.of()));
  }

  private void lookUpAll(Consumer<Recording> receiver) {
    for (Owner owner : world.owners) {
      for (int i = 0; i < owner.ids.size(); i++) {
        receiver.accept(world.recorder.record(world.lookup(owner, owner.ids.get(i), true)));
      }
    }
  }

  /**
   * The locations that lookups of one thread write again and again, and those of another access. A
   * first lookup of each may still finish what a change has left over.
   */
  private List<String> shared() {
    Footprint written = new Footprint();
    lookUpAll(written::addWrites);
    Footprint accessed = new Footprint();
    threads.second(() -> lookUpAll(accessed::add));
    return written.namesIn(accessed, world.names()).stream()
        .filter(name -> Part.of(name) != Part.MODEL)
        .toList();
  }
}
