package org.ptstress.reports.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.Slice;
import org.ptstress.run.unit.Unit;

/**
 * The seconds that units took in an earlier run; of each scenario the average over the designs.
 * They only balance shards: a wrong cost takes time, and no result.
 */
public final class UnitCosts {
  private static final String STORED = "unit-costs.txt";

  /**
   * The rough factor of a phase over {@code quick}. An earlier run of the profile gives its folder.
   */
  private static final Map<Profile, Map<String, Double>> FACTORS =
      Map.of(
          Profile.STANDARD,
          Map.of(
              Unit.ACCESSES, 2.0,
              Unit.EXPLORATIONS, 6.0,
              Unit.RACES, 8.0,
              Unit.INTERLEAVINGS, 1.0,
              Unit.MEASUREMENTS, 20.0),
          Profile.TOUGH,
          Map.of(
              Unit.ACCESSES, 2.0,
              Unit.EXPLORATIONS, 100.0,
              Unit.RACES, 200.0,
              Unit.INTERLEAVINGS, 30.0,
              Unit.MEASUREMENTS, 120.0));

  private final Map<String, Double> seconds;
  private final Map<String, Double> factors;

  private UnitCosts(Map<String, Double> seconds, Map<String, Double> factors) {
    this.seconds = Map.copyOf(seconds);
    this.factors = factors;
  }

  /** The costs of a quick run on two CPUs, scaled to another profile. */
  public static UnitCosts stored(Profile profile) throws IOException {
    Map<String, Double> seconds = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(UnitCosts.class.getResourceAsStream(STORED)), UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ", -1);
          seconds.put(words[0], Double.valueOf(words[1]));
        }
      }
    }
    return new UnitCosts(seconds, FACTORS.getOrDefault(profile, Map.of()));
  }

  /** The costs of a stored run. */
  public static UnitCosts of(RunFolder run) {
    Map<String, Double> seconds = new HashMap<>();
    Map<String, List<Double>> explorations = new HashMap<>();
    run.explorations().forEach(row -> add(explorations, row.scenario(), row.seconds()));
    divide(seconds, Unit.EXPLORATIONS, wall(run, Unit.EXPLORATIONS), explorations);
    Map<String, List<Double>> races = new HashMap<>();
    run.races().forEach(row -> add(races, row.scenario(), requireNonNullElse(row.seconds(), 0.0)));
    divide(seconds, Unit.RACES, wall(run, Unit.RACES), races);
    Map<String, List<Double>> searches = new HashMap<>();
    run.interleavings().forEach(row -> add(searches, row.scenario(), row.seconds()));
    divide(seconds, Unit.INTERLEAVINGS, wall(run, Unit.INTERLEAVINGS), searches);
    int designs = Math.max(1, run.run().designs().size());
    seconds.put(Unit.CHECKS, wall(run, Unit.CHECKS) / designs);
    seconds.put(Unit.ACCESSES, wall(run, Unit.ACCESSES) / designs);
    seconds.put(Unit.MEASUREMENTS, (wall(run, "jmh") + wall(run, "latency")) / designs);
    seconds.put(Unit.KERNEL, wall(run, Unit.KERNEL));
    return new UnitCosts(seconds, Map.of());
  }

  private static void add(Map<String, List<Double>> rows, String part, double seconds) {
    rows.computeIfAbsent(part, any -> new ArrayList<>()).add(seconds);
  }

  /** Rows run beside each other: each gets its part of the time of the phase. */
  private static void divide(
      Map<String, Double> seconds, String phase, double wall, Map<String, List<Double>> rows) {
    double total = sum(rows.values().stream().flatMap(List::stream).toList());
    int count = rows.values().stream().mapToInt(List::size).sum();
    if (total == 0) {
      return;
    }
    seconds.put(phase, wall / count);
    rows.forEach(
        (part, each) -> seconds.put(phase + "/" + part, wall * sum(each) / total / each.size()));
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double wall(RunFolder run, String phase) {
    return run.run().phases().stream()
        .filter(each -> each.name().equals(phase))
        .mapToDouble(RunFile.Phase::seconds)
        .sum();
  }

  /**
   * The cost of a unit.
   *
   * @param unit the unit
   * @param designs the number of designs of the run
   */
  public double of(Unit unit, int designs) {
    String key =
        unit.part().isEmpty() ? unit.phase() : unit.phase() + "/" + Slice.scenarioOf(unit.part());
    double each = seconds.getOrDefault(key, seconds.getOrDefault(unit.phase(), 1.0));
    return each
        / Slice.countIn(unit.part())
        * factors.getOrDefault(unit.phase(), 1.0)
        * (unit.phase().equals(Unit.MEASUREMENTS) ? designs : 1);
  }
}
