package org.ptstress.stress.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.run.result.OrderResult;

/** The places of a design that one child weakens, with the number of finished ones. */
final class OrderShare {
  /** Failures after which a design is given up: each further hang would cost a timeout. */
  private static final int MOST_FAILURES = 2;

  private final Design design;
  private final OrderProgress progress;
  private @Nullable List<String> places;
  private int done;
  private int failures;

  OrderShare(Design design, OrderProgress progress) {
    this.design = design;
    this.progress = progress;
  }

  Design design() {
    return design;
  }

  int done() {
    return done;
  }

  boolean isDone() {
    return failures == MOST_FAILURES || (places != null && done >= places.size());
  }

  void found(List<String> all) {
    if (places == null) {
      places = all;
      progress.found(all.size());
    }
  }

  void ended() {
    done++;
    progress.ended(design.name());
  }

  /** The row of a failed place, or one row for all remaining places after too many failures. */
  OrderResult giveUp(String reason) {
    if (places == null) {
      failures = MOST_FAILURES;
      return DesignOrders.notRun(design.name(), "", reason);
    }
    failures++;
    String place = places.get(done);
    ended();
    return DesignOrders.notRun(
        design.name(),
        place,
        reason + (isDone() && done < places.size() ? "; the places after it were skipped" : ""));
  }
}
