package org.ptstress.stress.interleaving;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/**
 * A search to run.
 *
 * @param design the design or seeded fault
 * @param scenario the scenario, or null for the search whose calls Lincheck generates
 * @param ignored ignored claims
 */
public record Search(Design design, @Nullable Scenario scenario, Set<Claim> ignored) {
  static final String SEPARATOR = "/";

  /** Copies the set. */
  public Search {
    ignored = Set.copyOf(ignored);
  }

  /**
   * All searches that apply to a design.
   *
   * @param design the design
   * @return the searches in the catalogue's order
   */
  public static Stream<Search> of(Design design) {
    Stream<Search> scenarios =
        Scenarios.all().stream()
            .filter(scenario -> scenario.modes().contains(Scenario.Mode.INTERLEAVING))
            .filter(scenario -> Scenarios.applies(scenario, design))
            .map(scenario -> new Search(design, scenario, Set.of()));
    return IdSearch.applies(design)
        ? Stream.concat(scenarios, Stream.of(new Search(design, null, Set.of())))
        : scenarios;
  }

  /**
   * The claims that the search decides.
   *
   * @return the claims
   */
  public List<Claim> claims() {
    return scenario == null ? IdSearch.CLAIMS : scenario.claims();
  }

  /**
   * The name of the search in results.
   *
   * @return the scenario's name, or that of the search without one
   */
  public String name() {
    return scenario == null ? IdSearch.NAME : scenario.name();
  }

  /**
   * Whether the explorer covers the same scenario, including weak memory.
   *
   * @return false for the calls that Lincheck generates
   */
  public boolean isExplored() {
    // The explorer covers every scenario that Lincheck can search.
    return scenario != null;
  }

  /**
   * A copy that ignores some claims.
   *
   * @param claims the claims
   * @return the changed copy
   */
  public Search ignoring(Set<Claim> claims) {
    return new Search(design, scenario, claims);
  }

  /** Its name in progress and rows. */
  String label() {
    return design.name() + SEPARATOR + name();
  }

  /** The search as an argument of {@link SearchMain}. */
  String toArgument() {
    return label() + SEPARATOR + ignored.stream().map(Claim::name).collect(Collectors.joining(","));
  }

  /** Reads what {@link #toArgument} wrote. */
  static Search parse(String argument) {
    String[] parts = argument.split(SEPARATOR, -1);
    EnumSet<Claim> ignored = EnumSet.noneOf(Claim.class);
    Arrays.stream(parts[2].split(","))
        .filter(name -> !name.isEmpty())
        .map(Claim::valueOf)
        .forEach(ignored::add);
    return new Search(
        Faults.subject(parts[0]),
        parts[1].equals(IdSearch.NAME) ? null : Scenarios.named(parts[1]),
        ignored);
  }

  /**
   * The row of a search that gave no result.
   *
   * @param reason why
   * @return the row
   */
  public InterleavingResult notRun(String reason) {
    return new InterleavingResult(
        design.name(),
        name(),
        scenario == null ? IdSearch.DESCRIPTION : scenario.description(),
        claims(),
        RunStatus.NOT_RUN,
        reason,
        0,
        0,
        List.of());
  }
}
