package org.ptstress.reports.page.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Tool;

/**
 * A seeded fault on the page.
 *
 * @param name its name
 * @param sentence the fault in a sentence
 * @param base the good design that it is in
 * @param cells the result of each tool
 */
public record FaultView(String name, String sentence, String base, List<Cell> cells) {
  /**
   * The result of a tool on a fault.
   *
   * @param text in a few words
   * @param witness the outcomes seen, or empty
   * @param outcome as the reader's eye is to be led
   */
  public record Cell(String text, String witness, Outcome outcome) {}

  /** The outcome, which decides the colour. */
  public enum Outcome {
    AS_EXPECTED,
    MISSED,
    NOT_RUN
  }

  /** Whether a tool that should find the fault did not. */
  public boolean isMissed() {
    return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.MISSED);
  }

  /** Whether a tool did not run on the fault. */
  public boolean isOpen() {
    return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.NOT_RUN);
  }

  /** The columns. */
  static final List<Tool> TOOLS =
      List.of(Tool.CHECK, Tool.EXPLORATION, Tool.INTERLEAVING, Tool.RACE, Tool.ACCESS);

  private static final Map<String, Fault> KNOWN =
      Faults.all().stream().collect(Collectors.toMap(Fault::name, Function.identity()));

  private static final FaultView.Cell NOT_RUN = new FaultView.Cell("not run", "", Outcome.NOT_RUN);

  /** A row of the kill matrix for each fault. */
  public static List<FaultView> of(List<FaultRow> rows) {
    Map<String, List<FaultRow>> byFault = new LinkedHashMap<>();
    rows.forEach(row -> byFault.computeIfAbsent(row.fault(), name -> new ArrayList<>()).add(row));
    List<FaultView> views = new ArrayList<>();
    byFault.forEach((name, ofFault) -> views.add(view(name, ofFault)));
    return views;
  }

  private static FaultView view(String name, List<FaultRow> rows) {
    @Nullable Fault fault = KNOWN.get(name);
    return new FaultView(
        name,
        fault == null ? "This version does not know the fault." : fault.summary(),
        fault == null ? "" : fault.base().name(),
        TOOLS.stream().map(tool -> cell(tool, rows)).toList());
  }

  private static FaultView.Cell cell(Tool tool, List<FaultRow> rows) {
    return rows.stream()
        .filter(row -> row.tool() == tool)
        .findFirst()
        .map(FaultView::cell)
        .orElse(NOT_RUN);
  }

  private static FaultView.Cell cell(FaultRow row) {
    if (row.isNotRun()) {
      return NOT_RUN;
    }
    boolean missed = row.isMissed();
    String text;
    if (row.killed()) {
      text =
          "killed, " + Format.duration(row.seconds()) + ", " + Format.count(row.tries()) + " tries";
    } else if (row.didHang()) {
      text = "hangs, " + Format.duration(row.seconds());
    } else if (row.expected() == Expected.DOES_NOT_APPLY) {
      text = "n/a";
    } else {
      text = missed ? "MISSED" : "survives";
    }
    return new FaultView.Cell(text, row.witness(), missed ? Outcome.MISSED : Outcome.AS_EXPECTED);
  }
}
