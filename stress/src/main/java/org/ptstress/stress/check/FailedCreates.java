package org.ptstress.stress.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.kernel.Errno;
import org.ptstress.run.result.CheckResult;

/**
 * Creates that fail although ids are free and their arguments are right: each is a witness,
 * whatever the check is about. Thread-safe.
 */
final class FailedCreates {
  private final Map<Claim, String> first = new ConcurrentSkipListMap<>();

  /** Notes the result of a create, 0 or a negated error number; returns whether it failed. */
  boolean note(int error, String circumstances) {
    if (error == 0) {
      return false;
    }
    // A table has no other error, so it is a negative id.
    Claim claim = error == -Errno.EAGAIN ? Claim.EAGAIN_ONLY_WHEN_FULL : Claim.VALID_IDS;
    first.putIfAbsent(claim, "A create returns " + error + " " + circumstances + ".");
    return true;
  }

  /** The first of them that broke a claim, as a sentence; null if none did. */
  @Nullable String of(Claim claim) {
    return first.get(claim);
  }

  /** A row for each broken claim. */
  List<CheckResult> rows(Design design, String check) {
    return first.entrySet().stream()
        .map(
            each -> CheckResult.ran(design.name(), check, each.getKey(), false, 1, each.getValue()))
        .toList();
  }
}
