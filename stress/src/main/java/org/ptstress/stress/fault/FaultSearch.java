package org.ptstress.stress.fault;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.fault.Fault;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.stress.interleaving.Search;

/**
 * Searches faults until the first witness of each, and good designs only where a fault has a
 * witness. If the good design breaks the claim there, too, the fault is searched on without that
 * claim. A witness whose search failed on the good design does not count.
 */
final class FaultSearch {
  private final List<Fault> faults;
  private final Searcher ofFaults;
  private final Searcher ofGood;

  private final Map<String, Finding> good = new LinkedHashMap<>();
  private final Map<String, Finding> bad = new LinkedHashMap<>();

  /**
   * Creates a search of faults.
   *
   * @param faults the faults
   * @param ofFaults searches them
   * @param ofGood searches the good designs, as long as any fault
   */
  FaultSearch(List<Fault> faults, Searcher ofFaults, Searcher ofGood) {
    this.faults = faults;
    this.ofFaults = ofFaults;
    this.ofGood = ofGood;
  }

  /**
   * Searches until every witness is attributed to its fault.
   *
   * @param progress receives the searches done and those known to be left
   * @return the findings of good designs and faults
   * @throws IOException if a child cannot be started or a log not be written
   * @throws InterruptedException if this thread is interrupted
   */
  List<Finding> run(ProgressListener progress) throws IOException, InterruptedException {
    List<Search> open = faults.stream().flatMap(this::aimed).toList();
    while (!open.isEmpty()) {
      search(ofFaults, open.stream().map(this::withoutKnown).toList(), true, bad, progress);
      Map<Fault, Finding> witnesses =
          faults.stream()
              .collect(
                  toMap(fault -> fault, this::witness, (one, other) -> one, LinkedHashMap::new));
      List<Search> unknown = unknownOfGood(witnesses);
      search(ofGood, unknown, false, good, progress);
      open = unknown.isEmpty() ? List.of() : left(witnesses);
    }
    return Stream.concat(good.values().stream(), bad.values().stream()).toList();
  }

  private void search(
      Searcher searcher,
      List<Search> searches,
      boolean stopAtBroken,
      Map<String, Finding> findings,
      ProgressListener progress)
      throws IOException, InterruptedException {
    int before = good.size() + bad.size();
    List<InterleavingResult> rows =
        searcher.search(
            searches,
            stopAtBroken,
            (done, total, what) -> progress.progress(before + done, before + total, what));
    rows.stream()
        .map(Finding::of)
        .forEach(finding -> findings.put(key(finding.subject(), finding.scenario()), finding));
  }

  /** The searches of a fault, those that decide its claim first. */
  private Stream<Search> aimed(Fault fault) {
    return Search.of(fault)
        .sorted(Comparator.comparing(search -> !search.claims().contains(fault.claim())));
  }

  private Search withoutKnown(Search search) {
    return search.ignoring(ofBase((Fault) search.design(), search.name()).broken());
  }

  /** The searches of good designs that are needed to attribute a witness. */
  private List<Search> unknownOfGood(Map<Fault, Finding> witnesses) {
    Map<String, Search> unknown = new LinkedHashMap<>();
    witnesses.forEach(
        (fault, witness) -> {
          String scenario = witness.scenario();
          String key = key(fault.base().name(), scenario);
          if (!good.containsKey(key)) {
            Search.of(fault.base())
                .filter(search -> search.name().equals(scenario))
                .forEach(search -> unknown.put(key, search));
          }
        });
    return List.copyOf(unknown.values());
  }

  /** The remaining searches of faults whose witness may belong to the good design. */
  private List<Search> left(Map<Fault, Finding> witnesses) {
    return faults.stream()
        .filter(fault -> !isOwn(fault, requireNonNull(witnesses.get(fault))))
        .flatMap(this::aimed)
        .filter(search -> !ofBase((Fault) search.design(), search.name()).failed())
        .filter(
            search -> {
              Finding last = of(search.design().name(), search.name(), bad);
              return last.failed() || !last.broken().isEmpty();
            })
        .toList();
  }

  /** Whether there is no witness, or one that the good design is known not to share. */
  private boolean isOwn(Fault fault, Finding witness) {
    Finding base = ofBase(fault, witness.scenario());
    return witness.broken().isEmpty()
        || (!base.failed() && !base.broken().containsAll(witness.broken()));
  }

  /** The first witness, without those whose search failed on the good design. */
  private Finding witness(Fault fault) {
    return bad.values().stream()
        .filter(finding -> finding.subject().equals(fault.name()) && !finding.broken().isEmpty())
        .filter(finding -> !ofBase(fault, finding.scenario()).failed())
        .findFirst()
        .orElse(nothing(fault.name(), ""));
  }

  private Finding ofBase(Fault fault, String scenario) {
    return of(fault.base().name(), scenario, good);
  }

  private static Finding of(String subject, String scenario, Map<String, Finding> findings) {
    return findings.getOrDefault(key(subject, scenario), nothing(subject, scenario));
  }

  private static Finding nothing(String subject, String scenario) {
    return new Finding(subject, scenario, Set.of(), false, false, 0, 0, "");
  }

  private static String key(String subject, String scenario) {
    return subject + " " + scenario;
  }

  /** Runs searches, as {@link org.ptstress.stress.interleaving.SearchRunner#search} does. */
  @FunctionalInterface
  interface Searcher {
    List<InterleavingResult> search(
        List<Search> searches, boolean stopAtBroken, ProgressListener progress)
        throws IOException, InterruptedException;
  }
}
