package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A parent that is killed, with a child that does not end by itself. Side by side: they wait. */
@Execution(ExecutionMode.CONCURRENT)
class ParentWatchTest {
  private static final String WATCHED = "watched";
  private static final String HANDED_ON = "handed on";
  private static final String UNWATCHED = "unwatched";

  @Test
  void childEndsWithItsParent() throws Exception {
    ProcessHandle orphan = orphan(WATCHED);
    try {
      ProcessEnd.await(orphan);
    } finally {
      orphan.destroyForcibly();
    }
  }

  /** As JMH does with the arguments of its own JVM. */
  @Test
  void grandchildStaysUntilWhoIsBetweenEnds() throws Exception {
    Process parent = start(own(), Parent.class, HANDED_ON);
    awaitOutput(parent);
    ProcessHandle child = parent.children().findAny().orElseThrow();
    try {
      assertThat(child.onExit()).failsWithin(1200, TimeUnit.MILLISECONDS);
      parent.destroyForcibly().waitFor();
      ProcessEnd.await(child);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void childWithoutTheWatchStays() throws Exception {
    ProcessHandle orphan = orphan(UNWATCHED);
    try {
      assertThatThrownBy(() -> ProcessEnd.await(orphan, Duration.ofSeconds(2)))
          .hasMessageContaining("State:")
          .hasMessageContaining(Child.class.getName() + ".main");
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void childEndsIfItHadLostItsParentBeforeItLooked() throws Exception {
    Process child = start(Long.toString(Long.MAX_VALUE), Child.class, WATCHED);
    assertThat(child.waitFor()).isEqualTo(ParentWatch.STATUS);
  }

  @Test
  void childStaysWhileItsParentIsThere() throws Exception {
    Process child = start(own(), Child.class, WATCHED);
    try {
      awaitOutput(child);
      assertThat(child.waitFor(2, TimeUnit.SECONDS)).isFalse();
    } finally {
      child.destroyForcibly();
    }
  }

  /** As a thread that loads a class while an agent's transformer is stuck. */
  @Test
  void childEndsAlsoIfItsOwnChildrenCannotBeKilled() {
    CountDownLatch never = new CountDownLatch(1);
    Thread stuck = new Thread(() -> awaitQuietly(never));
    stuck.setDaemon(true);
    assertEnds(stuck, 50);
    assertThat(stuck.isAlive()).isTrue();
    never.countDown();
  }

  @Test
  void childEndsAlsoIfKillingItsOwnChildrenFails() {
    Thread failing =
        new Thread(
            () -> {
              throw new IllegalStateException("too many open files");
            });
    failing.setUncaughtExceptionHandler((thread, e) -> {});
    assertEnds(failing, TimeUnit.HOURS.toMillis(1));
  }

  private static void assertEnds(Thread killer, long patienceMillis) {
    AtomicInteger halts = new AtomicInteger();
    ParentWatch.watch(() -> false, killer, patienceMillis, halts::incrementAndGet);
    assertThat(halts).hasValue(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a parent that starts a child; kills the parent when the child is up. */
  private static ProcessHandle orphan(String kind) throws IOException, InterruptedException {
    Process parent = start(own(), Parent.class, kind);
    awaitOutput(parent);
    ProcessHandle child = parent.children().findAny().orElseThrow();
    parent.destroyForcibly().waitFor();
    return child;
  }

  private static void awaitOutput(Process process) throws IOException {
    assertThat(process.getInputStream().read()).isEqualTo('u');
  }

  private static String own() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static Process start(String parent, Class<?> main, String... args) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ChildJvm.java(),
            "-XX:TieredStopAtLevel=1",
            "-Dptstress.parent=" + parent,
            "-cp",
            ChildJvm.classPath(),
            main.getName());
    builder.command().addAll(List.of(args));
    return builder.start();
  }

  /** Starts a child, and says so when that is up. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      String parent = args[0].equals(HANDED_ON) ? System.getProperty("ptstress.parent") : own();
      Process child = start(parent, Child.class, args[0]);
      awaitOutput(child);
      System.out.println("up");
      child.waitFor();
    }
  }

  /** Does not end by itself. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      if (!args[0].equals(UNWATCHED)) {
        ParentWatch.start();
      }
      System.out.println("up");
      TimeUnit.HOURS.sleep(1);
    }
  }
}
