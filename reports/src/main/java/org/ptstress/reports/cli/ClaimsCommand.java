package org.ptstress.reports.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.UserException;
import org.ptstress.reports.text.ClaimDeciders;
import org.ptstress.reports.text.ClaimMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the claims. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description =
        "Lists the claims: who demanded each, what breaking it means, what decides it, who keeps"
            + " it.")
final class ClaimsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ClassPathOption classPath;

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description = "The claims to list (default: all).")
  private List<String> names = List.of();

  @Option(names = "--matrix", description = "Prints a table of all claims and designs in Markdown.")
  private boolean matrix;

  @Override
  public void run() {
    List<Claim> claims =
        names.isEmpty()
            ? List.of(Claim.values())
            : names.stream().map(ClaimsCommand::named).toList();
    try (OutsideDesigns outside = classPath.open()) {
      if (matrix) {
        spec.commandLine().getOut().print(ClaimMatrix.of(outside.catalogue()));
        return;
      }
      list(claims, outside.catalogue(), spec.commandLine().getOut());
    }
  }

  private static void list(List<Claim> claims, List<Design> designs, PrintWriter out) {
    for (Claim claim : claims) {
      out.printf("%s%n  %s%n", claim, claim.statement());
      out.printf("  Demanded by: %s%n", claim.demandedBy());
      out.printf("  If broken: %s%n", claim.consequence());
      out.printf("  Decided by: %s%n", ClaimDeciders.text(claim));
      for (Design design : designs) {
        Promise promise = design.promises().on(claim);
        out.printf(
            "  %-20s %s%s%n",
            design.name(),
            promise.expectation(),
            promise.reason().isEmpty() ? "" : ": " + promise.reason());
      }
      out.println();
    }
  }

  private static Claim named(String name) {
    return Arrays.stream(Claim.values())
        .filter(claim -> claim.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "Unknown claim \""
                        + name
                        + "\". Known claims: "
                        + Arrays.stream(Claim.values())
                            .map(Claim::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
