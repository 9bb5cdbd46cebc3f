package org.ptstress.run.result;

import java.util.Arrays;
import java.util.List;

/** The tools that were planned for a run and have no result. */
public final class MissingTools {
  private MissingTools() {}

  /**
   * Lists the missing tools.
   *
   * @param rows the verdicts of a run
   * @return a clause for each, such as {@code no race ran}
   */
  public static List<String> of(List<VerdictRow> rows) {
    List<Evidence> all = rows.stream().flatMap(row -> row.evidence().stream()).toList();
    return Arrays.stream(Tool.values())
        .filter(tool -> all.stream().anyMatch(item -> item.tool() == tool))
        .filter(tool -> all.stream().noneMatch(item -> item.tool() == tool && hasSamples(item)))
        .map(MissingTools::clause)
        .toList();
  }

  private static boolean hasSamples(Evidence item) {
    return item.status() != RunStatus.NOT_RUN && item.samples() > 0;
  }

  private static String clause(Tool tool) {
    return switch (tool) {
      case RACE -> "no race ran";
      case INTERLEAVING -> "no search ran";
      case EXPLORATION -> "nothing was explored";
      case CHECK -> "no check ran";
      case ACCESS -> "no access was recorded";
      case MEASUREMENT -> "no measurement is usable";
      case KERNEL -> "no kernel was compared";
    };
  }
}
