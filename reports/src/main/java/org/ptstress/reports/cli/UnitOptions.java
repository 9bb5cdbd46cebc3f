package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.fleet.RunPlan;
import org.ptstress.reports.fleet.Shards;
import org.ptstress.reports.fleet.UnitCosts;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitSelection;
import picocli.CommandLine.Option;

/** The options that leave a part of a run to other machines. */
final class UnitOptions {
  private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description =
          "Runs shard K of N of all units of work, from 1. Every machine divides"
              + " them in the same way.")
  private @Nullable String shard;

  @Option(
      names = "--units",
      paramLabel = "FILE",
      description =
          "Runs only the units in this file, one per line, as --list-units prints" + " them.")
  private @Nullable Path file;

  @Option(
      names = "--list-units",
      description = "Prints the units with their estimated seconds, and runs none.")
  private boolean list;

  @Option(
      names = "--costs",
      paramLabel = "DIR",
      description = "Balances shards by the times of units in this run folder.")
  private @Nullable Path costs;

  /** Whether units are printed and none is run. */
  boolean isList() {
    return list;
  }

  /** The units of a plan that the options choose. */
  UnitSelection of(RunPlan plan) throws IOException {
    if (shard != null && file != null) {
      throw new UserException("Give --shard or --units, not both.");
    }
    if (shard != null) {
      return UnitSelection.of(shard(plan, shard).stream().map(Unit::name).toList());
    }
    return file == null ? UnitSelection.ALL : UnitSelection.of(named(plan, file));
  }

  private List<Unit> shard(RunPlan plan, String text) throws IOException {
    Matcher matcher = SHARD.matcher(text);
    if (!matcher.matches()
        || Integer.parseInt(matcher.group(1)) > Integer.parseInt(matcher.group(2))) {
      throw new UserException(
          "\"" + text + "\" is not a shard: give K/N with K from 1 to N, such as --shard 2/4.");
    }
    int count = Integer.parseInt(matcher.group(2));
    return Shards.of(plan, costs(plan), count).get(Integer.parseInt(matcher.group(1)) - 1);
  }

  private UnitCosts costs(RunPlan plan) throws IOException {
    return costs == null ? UnitCosts.stored(plan.profile()) : UnitCosts.of(RunFolder.read(costs));
  }

  /** The first word of each line: the list has the costs behind it. */
  private static Set<String> named(RunPlan plan, Path file) throws IOException {
    Set<String> known = plan.units().stream().map(Unit::name).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      String name = line.strip().split("\\s+", 2)[0];
      if (!name.isEmpty() && !known.contains(name)) {
        throw new UserException(
            file
                + " names the unit \""
                + name
                + "\", which a run of this profile and of these designs does not have; ask for"
                + " those with --list-units.");
      }
      names.add(name);
    }
    return names;
  }

  /** Prints the chosen units. */
  void print(RunPlan plan, PrintWriter terminal) throws IOException {
    UnitSelection chosen = of(plan);
    UnitCosts known = costs(plan);
    for (Unit unit : plan.units()) {
      if (chosen.includes(unit)) {
        terminal.printf(
            Locale.ROOT, "%-60s %9.3f%n", unit.name(), known.of(unit, plan.designs().size()));
      }
    }
  }
}
