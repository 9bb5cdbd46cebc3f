package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Deadline LATER = Deadline.in(Duration.ofDays(1));

  @AfterEach
  void noInterruptIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void workInTimeGivesItsResult() throws Exception {
    assertThat(LATER.call(() -> 7)).contains(7);
    assertThat(Deadline.none().call(() -> 7)).contains(7);
  }

  @Test
  void workThatWaitsIsInterrupted() throws Exception {
    assertThat(Deadline.in(Duration.ofMillis(50)).call(DeadlineTest::sleep)).isEmpty();
  }

  @Test
  void workThatFailsBecauseItWasInterruptedIsOutOfTimeToo() throws Exception {
    Optional<Integer> result =
        Deadline.in(Duration.ofMillis(50))
            .call(
                () -> {
                  try {
                    return sleep();
                  } catch (InterruptedException e) {
                    throw new IOException("the channel was closed", e);
                  }
                });
    assertThat(result).isEmpty();
  }

  @Test
  void workThatSwallowsAnInterruptIsInterruptedAgain() throws Exception {
    Optional<Integer> result =
        Deadline.in(Duration.ofMillis(50))
            .call(
                () -> {
                  try {
                    return forever();
                  } catch (InterruptedException e) {
                    return forever();
                  }
                });
    assertThat(result).isEmpty();
  }

  @Test
  void aDeadlineCountsFromAnEarlierMoment() throws Exception {
    Deadline passed =
        Deadline.since(
            System.nanoTime() - TimeUnit.HOURS.toNanos(1),
            Duration.ofMinutes(59),
            System::nanoTime);
    assertThat(passed.call(() -> 7)).isEmpty();
  }

  @Test
  void workThatDoesNotNoticeKeepsItsResult() throws Exception {
    // The clock stands still: the work begins in time, however late the machine lets it.
    Optional<Integer> result =
        Deadline.since(0, Duration.ofMillis(50), () -> 0)
            .call(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                  }
                  return 7;
                });
    assertThat(result).contains(7);
  }

  @Test
  void nothingStartsBehindTheDeadline() throws Exception {
    AtomicBoolean started = new AtomicBoolean();
    assertThat(Deadline.in(Duration.ZERO).call(() -> started.getAndSet(true))).isEmpty();
    assertThat(started).isFalse();
  }

  @Test
  void anInterruptOfSomebodyElseIsPassedOn() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> LATER.call(DeadlineTest::sleep));
  }

  @Test
  void aFailureInTimeIsPassedOn() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                LATER.call(
                    () -> {
                      throw new IOException("the disk is full");
                    }));
  }

  @Test
  void aPartHasItsShareOfWhatIsLeft() {
    AtomicLong clock = new AtomicLong();
    Deadline deadline = Deadline.since(clock.get(), Duration.ofSeconds(10), clock::get);
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    Deadline part = deadline.share(0.5);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(part.left()).hasValue(Duration.ofSeconds(3));
    assertThat(deadline.left()).hasValue(Duration.ofSeconds(7));
    assertThat(Deadline.none().share(0.5).left()).isEmpty();
  }

  @Test
  void aShareComesEarlier() throws Exception {
    assertThat(Deadline.in(Duration.ofHours(1)).share(1e-5).call(DeadlineTest::sleep)).isEmpty();
    assertThat(Deadline.none().share(0.01).call(() -> 7)).contains(7);
  }

  private static int forever() throws InterruptedException {
    TimeUnit.HOURS.sleep(1);
    return 0;
  }

  private static int sleep() throws InterruptedException {
    TimeUnit.MINUTES.sleep(1);
    return 0;
  }
}
