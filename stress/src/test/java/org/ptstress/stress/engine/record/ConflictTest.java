package org.ptstress.stress.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.stress.engine.record.Conflict.Beside;

/** What two operations share, and what they share although they share no location. */
class ConflictTest {
  private static final String LOCK = "lock";
  private static final String OTHER = "other";
  private static final Kind[] LOAD = {Kind.LOAD};
  private static final Kind[] RMW = {Kind.RMW};

  @Test
  void loadsOfOneLocationAreNoConflict() {
    assertThat(Conflict.between(record(LOCK, 8, LOAD), record(LOCK, 8, LOAD))).isEmpty();
    assertThat(Conflict.between(record(LOCK, 8, LOAD), record(LOCK, 8, RMW))).hasSize(1);
    assertThat(Conflict.between(record(LOCK, 8, LOAD), record(LOCK, 12, RMW))).isEmpty();
  }

  @Test
  void aFieldBesideWhatIsWrittenInALockIsOne() {
    assertThat(beside(record(LOCK, 8, LOAD), record(LOCK, 12, RMW)))
        .containsExactly(
            new Conflict(LOCK, 8, EnumSet.of(Kind.LOAD), EnumSet.of(Kind.RMW), Beside.SECOND));
    assertThat(beside(record(LOCK, 12, RMW), record(LOCK, 8, LOAD)))
        .containsExactly(
            new Conflict(LOCK, 8, EnumSet.of(Kind.RMW), EnumSet.of(Kind.LOAD), Beside.FIRST));
    assertThat(beside(record(LOCK, 8, LOAD), record(LOCK, 12, LOAD))).isEmpty();
    assertThat(beside(record(OTHER, 8, LOAD), record(OTHER, 12, RMW)))
        .as("in an object that need not be a line")
        .isEmpty();
    assertThat(beside(record(LOCK, 8, RMW), record(LOCK, 8, RMW)))
        .as("which is a conflict by itself")
        .isEmpty();
  }

  private static List<Conflict> beside(Recording first, Recording second) {
    return Conflict.beside(first, second, base -> base.equals(LOCK));
  }

  private static Recording record(Object base, long offset, Kind... kinds) {
    Recording.Builder events = new Recording.Builder();
    for (Kind kind : kinds) {
      events.add(kind, base, offset, false);
    }
    return events.build(0, 0);
  }
}
