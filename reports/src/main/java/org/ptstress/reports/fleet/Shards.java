package org.ptstress.reports.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ptstress.run.unit.Unit;

/**
 * Deals units out to shards that cost about the same, in the same way on every machine. What one
 * phase does to one design stays together where it can: it shares JVMs.
 */
public final class Shards {
  /** No piece costs more than this part of a shard, unless it is a single unit. */
  private static final double PIECE = 0.25;

  private Shards() {}

  /**
   * Deals out.
   *
   * @param plan the plan
   * @param costs what its units cost
   * @param count the number of shards, from 1
   * @return the units of each shard, in the order of the plan; each unit is in one shard
   */
  public static List<List<Unit>> of(RunPlan plan, UnitCosts costs, int count) {
    List<Unit> units = plan.units();
    int designs = plan.designs().size();
    double all = units.stream().mapToDouble(unit -> costs.of(unit, designs)).sum();
    List<Piece> pieces = new ArrayList<>();
    Map<String, Piece> open = new HashMap<>();
    for (Unit unit : units) {
      double cost = costs.of(unit, designs);
      String group = unit.phase() + "/" + unit.design();
      Piece piece = open.get(group);
      if (piece == null || piece.cost + cost > PIECE * all / count) {
        piece = new Piece();
        pieces.add(piece);
        open.put(group, piece);
      }
      piece.units.add(unit);
      piece.cost += cost;
    }
    // The dearest first, each to the shard that has the least. Both choices are stable.
    pieces.sort(Comparator.comparingDouble(piece -> -piece.cost));
    List<List<Unit>> shards =
        IntStream.range(0, count).<List<Unit>>mapToObj(each -> new ArrayList<>()).toList();
    double[] load = new double[count];
    for (Piece piece : pieces) {
      int least =
          IntStream.range(0, count)
              .boxed()
              .min(Comparator.comparingDouble(shard -> load[shard]))
              .orElseThrow();
      shards.get(least).addAll(piece.units);
      load[least] += piece.cost;
    }
    shards.forEach(shard -> shard.sort(Comparator.comparingInt(units::indexOf)));
    return shards;
  }

  /** Units that stay together. */
  private static final class Piece {
    private final List<Unit> units = new ArrayList<>();
    private double cost;
  }
}
