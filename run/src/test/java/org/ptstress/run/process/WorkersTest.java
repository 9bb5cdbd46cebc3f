package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void resultsComeInTheOrderOfTheSubjects() throws Exception {
    CountDownLatch secondRan = new CountDownLatch(1);

    List<String> results =
        Workers.map(
            List.of("first", "second"),
            2,
            subject -> {
              if (subject.equals("first")) {
                secondRan.await();
              } else {
                secondRan.countDown();
              }
              return subject + " done";
            });

    assertThat(results).containsExactly("first done", "second done");
  }

  @Test
  void noMorePiecesAreUnderWayThanThreads() throws Exception {
    AtomicInteger underWay = new AtomicInteger();

    List<Integer> seen =
        Workers.map(
            List.of(1, 2, 3, 4, 5, 6),
            2,
            subject -> {
              int now = underWay.incrementAndGet();
              TimeUnit.MILLISECONDS.sleep(20);
              underWay.decrementAndGet();
              return now;
            });

    assertThat(seen).allMatch(count -> count <= 2);
  }

  @Test
  void pieceThatSwallowsAnInterruptIsInterruptedAgain() {
    CountDownLatch bothRun = new CountDownLatch(2);
    assertThatThrownBy(
            () ->
                Workers.map(
                    List.of(true, false),
                    2,
                    fails -> {
                      bothRun.countDown();
                      bothRun.await();
                      if (fails) {
                        throw new IOException("the disk is full");
                      }
                      try {
                        TimeUnit.HOURS.sleep(1);
                      } catch (InterruptedException e) {
                        TimeUnit.HOURS.sleep(1);
                      }
                      return fails;
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingToDoIsDone() throws Exception {
    assertThat(Workers.map(List.of(), 2, subject -> subject)).isEmpty();
  }

  @Test
  void aFailureIsThrownAndTheOthersEnd() {
    AtomicBoolean interrupted = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                Workers.map(
                    List.of("bad", "endless"),
                    2,
                    subject -> {
                      if (subject.equals("bad")) {
                        throw new IOException("disk full");
                      }
                      return waitForInterrupt(interrupted);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(interrupted).isTrue();
  }

  @Test
  void anInterruptReachesThePiecesAndIsThrown() {
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread caller = Thread.currentThread();

    assertThatThrownBy(
            () ->
                Workers.map(
                    List.of("endless"),
                    1,
                    subject -> {
                      caller.interrupt();
                      return waitForInterrupt(interrupted);
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  private static String waitForInterrupt(AtomicBoolean interrupted) throws InterruptedException {
    try {
      TimeUnit.MINUTES.sleep(1);
      return "nobody interrupted";
    } catch (InterruptedException e) {
      interrupted.set(true);
      throw e;
    }
  }
}
