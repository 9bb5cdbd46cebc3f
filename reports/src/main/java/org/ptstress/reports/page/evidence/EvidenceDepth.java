package org.ptstress.reports.page.evidence;

import java.util.List;
import org.ptstress.reports.page.evidence.EvidenceView.OnClaim;
import org.ptstress.reports.page.evidence.EvidenceView.ToolResult;

/** The amount of evidence on a page. Contradicted verdicts keep theirs longest. */
public enum EvidenceDepth {
  ALL(""),
  NO_TABLES(
      "Outcomes and interleavings of verdicts that are as expected are left"
          + " out to keep this page below 2 MB. The run's files have them; a report"
          + " of fewer runs or designs may show them."),
  VERDICTS_ONLY(
      "The evidence of the verdicts is left out to keep this page below 2 MB."
          + " The run's files have it; a report of fewer runs or designs may show"
          + " it.");

  private final String sentence;

  EvidenceDepth(String sentence) {
    this.sentence = sentence;
  }

  /** The evidence that is left out and where to find it, or empty. */
  public String sentence() {
    return sentence;
  }

  public List<EvidenceView> of(List<EvidenceView> evidence) {
    return this == ALL
        ? evidence
        : evidence.stream()
            .map(
                view ->
                    new EvidenceView(
                        view.design(),
                        this == VERDICTS_ONLY ? List.of() : view.conditions(),
                        view.claims().stream().map(this::of).toList()))
            .toList();
  }

  private OnClaim of(OnClaim on) {
    if (this == NO_TABLES && on.isOpen()) {
      return on;
    }
    return new OnClaim(
        on.claim(),
        on.cell(),
        on.expectation(),
        on.promise(),
        this == VERDICTS_ONLY
            ? List.of()
            : on.results().stream().map(ToolResult::withoutTables).toList());
  }
}
