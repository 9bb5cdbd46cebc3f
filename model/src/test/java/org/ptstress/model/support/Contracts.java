package org.ptstress.model.support;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.kernel.LockKind;

/** Whom a contract binds: sources of arguments for parameterized tests. */
public final class Contracts {
  private Contracts() {}

  /** Every design with every kind of lock. */
  public static Stream<Arguments> designsAndLocks() {
    return withLocks(design -> true);
  }

  /** Every design on the class path. */
  public static Stream<Named<Design>> designs() {
    return Designs.all().stream().map(design -> Named.of(design.name(), design));
  }

  /** The designs that promise a claim, with every kind of lock. */
  public static Stream<Arguments> promising(Claim claim) {
    return withLocks(design -> holds(design, claim));
  }

  /** The designs of one id policy that promise a claim, with every kind of lock. */
  public static Stream<Arguments> promising(Claim claim, IdPolicy policy) {
    return withLocks(design -> holds(design, claim) && design.idPolicy() == policy);
  }

  /** Some of the designs that promise a claim, with every kind of lock. */
  public static Stream<Arguments> promising(Claim claim, Predicate<Design> which) {
    return withLocks(design -> holds(design, claim) && which.test(design));
  }

  /** Whether a design promises a claim. */
  public static boolean holds(Design design, Claim claim) {
    return design.promises().on(claim).expectation() == Expectation.HOLDS;
  }

  private static Stream<Arguments> withLocks(Predicate<Design> filter) {
    return Designs.all().stream()
        .filter(filter)
        .flatMap(
            design ->
                Arrays.stream(LockKind.values())
                    .map(locks -> Arguments.of(Named.of(design.name(), design), locks)));
  }
}
