package org.ptstress.bench.peer;

import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EVEN_BUCKETS;

import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;

/** What the catalogue entries of the peers share. */
abstract class Peer implements Design {
  private final String name;
  private final String origin;
  private final String summary;
  private final Promises promises;

  Peer(String name, String origin, String summary, Promises promises) {
    this.name = name;
    this.origin = origin;
    this.summary = summary;
    this.promises = promises;
  }

  /** What every {@link MapTable} promises if its map keeps every claim. */
  static Promises promisesOfAMap() {
    return Promises.allHold()
        .broken(
            EAGAIN_ONLY_WHEN_FULL,
            "Other threads can step the counter past every free id during the search.")
        .doesNotApply(EVEN_BUCKETS, "The map does not show its buckets.");
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String origin() {
    return origin;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final IdPolicy idPolicy() {
    return IdPolicy.NEXT;
  }

  @Override
  public final Promises promises() {
    return promises;
  }
}
