package org.ptstress.reports.cli;

import java.util.List;
import java.util.function.Supplier;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import picocli.CommandLine.Option;

/** The option that chooses designs. */
final class DesignsOption {
  @Option(
      names = "--designs",
      paramLabel = "NAME",
      split = ",",
      description = "Only these designs, separated by commas.")
  private List<String> names = List.of();

  /** The designs that the option names, or, if it names none, those given. */
  List<Design> orElse(Supplier<List<Design>> unnamed) {
    return names.isEmpty() ? unnamed.get() : names.stream().distinct().map(Designs::named).toList();
  }
}
