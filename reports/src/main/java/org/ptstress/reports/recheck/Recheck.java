package org.ptstress.reports.recheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.phase.Phases;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.stress.verdict.Judge;

/**
 * A stored run judged again: a verdict counts only where the evidence beside it gives the same one.
 *
 * @param gaps the gaps, a sentence each
 * @param contradictions claims that the evidence contradicts although {@code verdicts.json} does
 *     not say so, a sentence each
 */
public record Recheck(List<String> gaps, List<String> contradictions) {
  public Recheck {
    gaps = List.copyOf(gaps);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * Judges a run once more.
   *
   * @param run a folder that was read
   * @return what is wrong with it; nothing if every claim of every design has its verdict, and its
   *     evidence gives the same
   * @throws IOException if a file cannot be read
   */
  public static Recheck of(RunFolder run) throws IOException {
    List<String> gaps = new ArrayList<>(Phases.gaps(run.run()));
    if (!gaps.isEmpty()) {
      // Their files may be missing.
      return new Recheck(gaps, List.of());
    }
    return new Rows(run).recheck();
  }

  /** The rows of a run, and what they lack. */
  private static final class Rows {
    private final RunFolder run;
    private final EvidenceFiles evidence;
    private final List<String> gaps = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();

    Rows(RunFolder run) {
      this.run = run;
      this.evidence = run.evidence();
    }

    Recheck recheck() {
      if (run.run().designs().isEmpty()) {
        gaps.add("run.json names no design");
      }
      if (run.verdicts().stream().noneMatch(row -> row.verdict() != Verdict.NOT_RUN)) {
        gaps.add(ResultFiles.VERDICTS + " decides nothing");
      }
      for (String design : run.run().designs()) {
        requireRows(design);
        for (Claim claim : Claim.values()) {
          recheck(design, claim);
        }
      }
      return new Recheck(gaps, contradictions);
    }

    /** Every tool looks at every design, but Lincheck in brief profiles only at some. */
    private void requireRows(String design) {
      Map<String, List<String>> designs =
          Map.of(
              ResultFiles.RACES,
              evidence.races().stream().map(RaceResult::design).toList(),
              ResultFiles.EXPLORATIONS,
              evidence.explorations().stream().map(ExplorationResult::design).toList(),
              ResultFiles.CHECKS,
              evidence.checks().stream().map(CheckResult::design).toList(),
              ResultFiles.ACCESSES,
              run.costs().stream().map(DesignCosts::design).toList(),
              ResultFiles.JMH,
              run.measurements().stream()
                  .map(row -> row.params().getOrDefault("design", ""))
                  .toList());
      designs.forEach(
          (file, names) -> {
            boolean leftOut = file.equals(ResultFiles.JMH) && isJudged();
            if (!names.contains(design) && !leftOut) {
              gaps.add(file + " has nothing about " + design);
            }
          });
    }

    private void recheck(String design, Claim claim) {
      String subject = design + " " + claim;
      List<VerdictRow> found =
          run.verdicts().stream()
              .filter(row -> row.design().equals(design) && row.claim() == claim)
              .toList();
      if (found.size() != 1) {
        gaps.add(
            subject + (found.isEmpty() ? " has no verdict" : " has " + found.size() + " verdicts"));
        return;
      }
      VerdictRow row = found.get(0);
      if (!row.expectation().equals(expected(design, claim).orElse(row.expectation()))) {
        gaps.add(
            subject
                + " was judged as "
                + row.expectation()
                + ", which is not what the design's entry says; run it again");
        return;
      }
      if (row.verdict() == Verdict.CONFIRMED) {
        confirm(subject, row);
      }
    }

    private void confirm(String subject, VerdictRow row) {
      Promise promise = new Promise(row.claim(), row.expectation(), row.reason());
      List<Evidence> all = new ArrayList<>(evidence.about(row.design(), promise));
      Set<String> there = counted(all);
      Set<String> lost = new HashSet<>(counted(row.evidence()));
      lost.removeAll(there);
      if (!lost.isEmpty()) {
        gaps.add(
            subject
                + " is CONFIRMED by evidence that its file does not hold: "
                + lost.stream().sorted().collect(Collectors.joining(", ")));
        return;
      }
      VerdictRow again = Judge.judge(row.design(), promise, all);
      if (again.verdict() == Verdict.CONTRADICTED) {
        contradictions.add(subject + ": " + again.reason());
      } else if (again.verdict() == Verdict.NOT_RUN) {
        gaps.add(subject + " is CONFIRMED, but the evidence decides nothing: " + again.reason());
      }
    }

    /**
     * Evidence with a file of its own. Measurements are compared by the gate, and a kernel says
     * nothing of the code under test that other evidence does not.
     */
    private static Set<String> counted(List<Evidence> evidence) {
      return evidence.stream()
          .filter(item -> item.tool() != Tool.MEASUREMENT && item.tool() != Tool.KERNEL)
          .map(item -> item.scenario() + " with " + item.samples() + " samples")
          .collect(Collectors.toSet());
    }

    private boolean isJudged() {
      return run.run().profile().equals(Profile.JUDGE.label());
    }

    /** The expectation of the design's entry; empty for a design from outside. */
    private Optional<Expectation> expected(String design, Claim claim) {
      return Designs.all().stream()
          .filter(each -> each.name().equals(design))
          .findFirst()
          .map(Design::promises)
          .map(promises -> promises.on(claim).expectation())
          .map(says -> isJudged() && says.isBroken() ? Expectation.HOLDS : says);
    }
  }
}
