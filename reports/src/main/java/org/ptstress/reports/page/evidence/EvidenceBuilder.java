package org.ptstress.reports.page.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.page.evidence.EvidenceView.Item;
import org.ptstress.reports.page.evidence.EvidenceView.OnClaim;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.reports.page.verdict.MatrixView;
import org.ptstress.reports.page.verdict.Verdicts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.VerdictRow;

/** Gathers what a run holds on each cell of its matrix. */
public final class EvidenceBuilder {
  private final RunFolder folder;
  private final MatrixView matrix;
  private final EvidenceItems items;
  private final EvidenceFiles found;
  private final Map<String, Design> catalogue =
      Designs.all().stream().collect(Collectors.toMap(Design::name, Function.identity()));

  public EvidenceBuilder(RunFolder folder, MatrixView matrix, Links links) {
    this.folder = folder;
    this.matrix = matrix;
    this.items = new EvidenceItems(folder, links);
    this.found =
        new EvidenceFiles(
            folder.races(),
            folder.interleavings(),
            folder.checks(),
            folder.costs(),
            folder.explorations(),
            Optional.ofNullable(folder.host()).map(HostInfo::architecture).orElse(""));
  }

  public List<EvidenceView> evidence() {
    return matrix.designs().stream()
        .map(
            design ->
                EvidenceView.of(
                    design,
                    matrix.rows().stream()
                        .map(row -> onClaim(row.claim(), matrix.cell(design.name(), row.claim())))
                        .toList()))
        .toList();
  }

  private OnClaim onClaim(Claim claim, CellView cell) {
    Optional<VerdictRow> row = Verdicts.row(folder, cell.design(), cell.claim());
    List<Item> evidence =
        row.map(VerdictRow::evidence).orElseGet(() -> withoutVerdict(cell)).stream()
            .map(item -> items.item(cell, item))
            .toList();
    return new OnClaim(
        claim,
        cell,
        row.map(known -> words(known.expectation())).orElse("There is no verdict on it"),
        promise(cell),
        evidence);
  }

  /** What the files hold on a claim although no verdict was reached. */
  private List<Evidence> withoutVerdict(CellView cell) {
    return found.about(
        cell.design(),
        promises(cell).orElseGet(() -> new Promise(cell.claim(), Expectation.HOLDS, "")));
  }

  /** What a design of this version promises; that of another version may be unknown. */
  private Optional<Promise> promises(CellView cell) {
    return Optional.ofNullable(catalogue.get(cell.design()))
        .map(design -> design.promises().on(cell.claim()));
  }

  private String promise(CellView cell) {
    return promises(cell).map(Promise::reason).orElse("");
  }

  private static String words(Expectation expectation) {
    return switch (expectation) {
      case HOLDS -> "The design promises it";
      case BROKEN -> "The design is known to break it";
      case BROKEN_ON_WEAK_MEMORY -> "The design is known to break it on weak memory";
      case DOES_NOT_APPLY -> "It does not apply to the design";
    };
  }

  /** A constant of JSON in words. */
  public static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
