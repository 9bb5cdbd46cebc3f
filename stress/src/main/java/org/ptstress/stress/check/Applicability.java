package org.ptstress.stress.check;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;

/** Checks every "does not apply" against the design's structure, so that it cannot hide a claim. */
public final class Applicability {
  /** The name of the check. */
  public static final String NAME = EvidenceFiles.APPLICABILITY;

  private Applicability() {}

  /** The claims that the design says do not apply to it. */
  static List<Claim> disputed(Design design) {
    return design.promises().all().stream()
        .filter(promise -> promise.expectation() == Expectation.DOES_NOT_APPLY)
        .map(Promise::claim)
        .toList();
  }

  static CheckResult check(Design design, Claim claim) {
    TableConfig config = TableConfig.narrow(4);
    TimerTable table = design.newTable(config, config.reclamation().newRcu());
    Fact fact = fact(claim, design, table);
    return CheckResult.ran(design.name(), NAME, claim, !fact.applies(), 1, fact.detail());
  }

  private static Fact fact(Claim claim, Design design, TimerTable table) {
    return switch (claim) {
      case WRAPS_TO_ZERO ->
          new Fact(design.idPolicy().wraps(), "The id policy is " + design.idPolicy() + ".");
      case WRAP_AS_DESCRIBED -> {
        int error = behindTheLargestId(design);
        yield new Fact(
            error != 0,
            error == 0
                ? "A create after the largest id gets an id."
                : "A create after the largest id returns " + error + ".");
      }
      case EXACT_RESTORE -> {
        boolean exact = hasExactIds(design);
        yield new Fact(
            exact,
            exact
                ? "The table supports creates at a given id."
                : "The table does not support creates at a given id.");
      }
      case EVEN_BUCKETS -> {
        int buckets = table.chainLengths().length;
        yield new Fact(buckets > 0, "The table has " + buckets + " buckets.");
      }
      case AS_GOOD_AS_BEFORE -> {
        boolean yardstick = design.name().equals(Designs.YARDSTICK);
        yield new Fact(
            !yardstick,
            yardstick
                ? "This design is the yardstick that the other designs are measured against."
                : "This design is measured against the yardstick.");
      }
      default -> new Fact(true, "This claim applies to every design.");
    };
  }

  /** Whether the table declares exact ids, or provides them undeclared. */
  private static boolean hasExactIds(Design design) {
    return Stream.of(TableConfig.narrow(4), TableConfig.narrow(31), TableConfig.kernel(1))
        .anyMatch(
            config -> {
              Calls calls = new Calls(design, config);
              return calls.table().hasExactIds() || calls.insertAt(calls.newProcess(), 5) == 5;
            });
  }

  /** What a create returns after as many creates and deletes as there are ids. */
  private static int behindTheLargestId(Design design) {
    TableConfig config = TableConfig.narrow(2);
    Calls calls = new Calls(design, config);
    Process process = calls.newProcess();
    for (long creates = config.idCount(); creates > 0; creates--) {
      int id = calls.create(process);
      if (id >= 0) {
        calls.delete(process, id);
      }
    }
    return Math.min(0, calls.create(process));
  }

  private record Fact(boolean applies, String detail) {}
}
