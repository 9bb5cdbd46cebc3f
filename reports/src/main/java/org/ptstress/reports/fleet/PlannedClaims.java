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
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitFile;

/**
 * Holds the units and claims in a folder against the plan, which alone says what decides what. A
 * check is free to say of more claims, or of fewer, than the plan.
 */
final class PlannedClaims {
  private final Set<String> units;
  private final Map<String, Set<Claim>> claims;

  PlannedClaims(RunPlan plan) {
    this.units = plan.units().stream().map(Unit::name).collect(Collectors.toSet());
    EvidenceFiles none = plan.stress().notRun("");
    this.claims = claims(none.races(), none.interleavings(), none.explorations());
  }

  /**
   * Refuses a folder with other units or claims.
   *
   * @throws UserException with the first difference
   */
  void require(ShardFolder shard) {
    RunFolder run = shard.run();
    require(run, shard.units());
    Map<String, Set<Claim>> found = claims(run.races(), run.interleavings(), run.explored());
    found.forEach(
        (row, decided) -> {
          Set<Claim> wanted = claims.getOrDefault(row, Set.of());
          if (!decided.equals(wanted)) {
            throw refused(run, "its " + row + " decides " + decided + ", and the plan's " + wanted);
          }
        });
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

  private static Map<String, Set<Claim>> claims(
      List<RaceResult> races,
      List<InterleavingResult> searches,
      List<ExplorationResult> explorations) {
    Map<String, Set<Claim>> found = new LinkedHashMap<>();
    races.forEach(
        row -> add(found, new Unit(Unit.RACES, row.design(), row.scenario()), row.claims()));
    searches.forEach(
        row ->
            add(found, new Unit(Unit.INTERLEAVINGS, row.design(), row.scenario()), row.claims()));
    explorations.forEach(
        row -> add(found, new Unit(Unit.EXPLORATIONS, row.design(), row.planned()), row.claims()));
    return found;
  }

  private static void add(Map<String, Set<Claim>> to, Unit row, List<Claim> claims) {
    to.computeIfAbsent(row.name(), any -> EnumSet.noneOf(Claim.class)).addAll(claims);
  }
}
