package org.ptstress.reports.fleet;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.model.Claim;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;
import org.ptstress.run.unit.UnitRows;

/**
 * Holds the units and claims in a folder against the plan, which alone says what decides what. A
 * check is free to say of more claims than the plan.
 */
final class PlannedClaims {
  private final Set<String> units;
  private final Map<Row, Set<Claim>> claims;

  /**
   * What decides claims.
   *
   * @param unit the name of its unit
   * @param name its own: that of the unit, and of a check behind it
   */
  private record Row(String unit, String name) {
    static Row of(Unit unit) {
      return new Row(unit.name(), unit.name());
    }

    static Row of(CheckResult row) {
      String unit = UnitRows.CHECKS.unit().apply(row).name();
      return new Row(unit, unit + "/" + row.check());
    }

    boolean isCheck() {
      return !unit.equals(name);
    }
  }

  PlannedClaims(RunPlan plan) {
    this.units = plan.units().stream().map(Unit::name).collect(Collectors.toSet());
    EvidenceFiles none = plan.stress().notRun("");
    this.claims = claims(none.races(), none.interleavings(), none.explorations(), none.checks());
  }

  /**
   * Refuses a folder with other units or claims.
   *
   * @throws UserException with the first difference
   */
  void require(ShardFolder shard) {
    RunFolder run = shard.run();
    require(run, shard.units());
    Map<Row, Set<Claim>> found =
        claims(run.races(), run.interleavings(), run.explored(), run.checks());
    found.forEach((row, decided) -> require(run, row, decided));
    // Rows of a unit that was cut off count, too.
    Set<String> begun = found.keySet().stream().map(Row::unit).collect(Collectors.toSet());
    claims.forEach(
        (row, wanted) -> {
          boolean counts = shard.done().contains(row.unit()) || begun.contains(row.unit());
          if (counts && !found.containsKey(row)) {
            throw refused(run, "it has no row of " + row.name() + ", which decides " + wanted);
          }
        });
  }

  private void require(RunFolder run, Row row, Set<Claim> decided) {
    Set<Claim> wanted = claims.getOrDefault(row, Set.of());
    boolean hasMore = row.isCheck() && claims.containsKey(row) && decided.containsAll(wanted);
    if (!hasMore && !decided.equals(wanted)) {
      throw refused(
          run, "its " + row.name() + " decides " + decided + ", and the plan's " + wanted);
    }
  }

  private void require(RunFolder run, UnitFile file) {
    Set<String> left = new HashSet<>(units);
    for (String name : file.units()) {
      if (!units.contains(name)) {
        throw refused(run, ResultFiles.UNITS + " names " + name + ", which the plan does not have");
      }
      if (!left.remove(name)) {
        throw refused(run, ResultFiles.UNITS + " names " + name + " twice");
      }
    }
    if (file.total() != units.size()) {
      throw refused(
          run, ResultFiles.UNITS + " counts " + file.total() + " units, the plan " + units.size());
    }
  }

  private static UserException refused(RunFolder run, String why) {
    return new UserException(
        run.path() + " cannot be merged: " + why + "; copy the folder again, or repeat the run.");
  }

  private static Map<Row, Set<Claim>> claims(
      List<RaceResult> races,
      List<InterleavingResult> searches,
      List<ExplorationResult> explorations,
      List<CheckResult> checks) {
    Map<Row, Set<Claim>> found = new LinkedHashMap<>();
    races.forEach(row -> add(found, Row.of(UnitRows.RACES.unit().apply(row)), row.claims()));
    searches.forEach(
        row -> add(found, Row.of(UnitRows.INTERLEAVINGS.unit().apply(row)), row.claims()));
    explorations.forEach(
        row -> add(found, Row.of(UnitRows.EXPLORATIONS.unit().apply(row)), row.claims()));
    checks.forEach(row -> add(found, Row.of(row), List.of(row.claim())));
    return found;
  }

  private static void add(Map<Row, Set<Claim>> to, Row row, List<Claim> claims) {
    to.computeIfAbsent(row, any -> EnumSet.noneOf(Claim.class)).addAll(claims);
  }
}
