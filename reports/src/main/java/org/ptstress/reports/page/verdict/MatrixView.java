package org.ptstress.reports.page.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.reports.page.element.DesignView;

/**
 * Verdicts of one run, designs by claims.
 *
 * @param designs the columns
 * @param rows the rows
 */
public record MatrixView(List<DesignView> designs, List<Row> rows) {
  private static final int FEW = 6;

  /**
   * A claim with its cells.
   *
   * @param claim the claim
   * @param cells one for each design
   */
  public record Row(Claim claim, List<CellView> cells) {}

  public Stream<CellView> cells() {
    return rows.stream().flatMap(row -> row.cells().stream());
  }

  /** The cell of a design and a claim; both are in the matrix. */
  public CellView cell(String design, Claim claim) {
    return cells()
        .filter(cell -> cell.design().equals(design) && cell.claim() == claim)
        .findFirst()
        .orElseThrow();
  }

  boolean hasDesign(String design) {
    return designs.stream().anyMatch(view -> view.name().equals(design));
  }

  /** Whether it fits a wide window without being scrolled. */
  public boolean isNarrow() {
    return designs.size() <= FEW;
  }
}
