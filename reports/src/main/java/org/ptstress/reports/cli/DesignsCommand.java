package org.ptstress.reports.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.jar.OutsideDesigns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the catalogue. */
@Command(
    name = "designs",
    mixinStandardHelpOptions = true,
    description = "Lists the designs, their origins, and the claims that they do not promise.")
final class DesignsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ClassPathOption classPath;

  @Override
  public void run() {
    try (OutsideDesigns outside = classPath.open()) {
      list(outside.catalogue(), spec.commandLine().getOut());
    }
  }

  private static void list(List<Design> designs, PrintWriter out) {
    for (Design design : designs) {
      out.printf("%s (%s)%n  %s%n", design.name(), design.origin(), design.summary());
      for (Promise promise : design.promises().all()) {
        if (promise.expectation() != Expectation.HOLDS) {
          String mark = promise.expectation().isBroken() ? "breaks" : "n/a   ";
          out.printf("  %s %-22s %s%n", mark, promise.claim(), promise.reason());
        }
      }
      out.println();
    }
  }
}
