package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineLockTest {
  @TempDir private Path folder = Path.of("");

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void theFirstDoesNotWait() throws Exception {
    try (MachineLock lock = MachineLock.take(folder, said::add)) {
      assertThat(lock).isNotNull();
    }
    try (MachineLock again = MachineLock.take(folder, said::add)) {
      assertThat(again).isNotNull();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void theSecondWaitsAndSaysForWhat() throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    FutureTask<MachineLock> second =
        new FutureTask<>(
            () ->
                MachineLock.take(
                    folder,
                    sentence -> {
                      said.add(sentence);
                      waits.countDown();
                    }));
    try (MachineLock first = MachineLock.take(folder, said::add)) {
      assertThat(first).isNotNull();
      new Thread(second).start();
      assertThat(waits.await(2, TimeUnit.MINUTES)).isTrue();
      assertThat(second).isNotDone();
    }
    second.get(2, TimeUnit.MINUTES).close();
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("Waiting for another run of ptstress")
        .contains(folder.resolve("ptstress.lock").toString());
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    try (MachineLock first = MachineLock.take(folder, said::add)) {
      assertThat(first).isNotNull();
      FutureTask<MachineLock> second = new FutureTask<>(() -> MachineLock.take(folder, said::add));
      Thread thread = new Thread(second);
      thread.start();
      thread.interrupt();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> second.get(2, TimeUnit.MINUTES))
          .withCauseInstanceOf(InterruptedException.class);
    }
  }

  /** Another JVM, so that it is the operating system that locks, and that unlocks after a kill. */
  @Test
  void aKilledJvmLeavesNoLock() throws Exception {
    Process holder =
        new ProcessBuilder(
                ChildJvm.java(),
                "-cp",
                ChildJvm.classPath(),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(holder.getInputStream().read()).isEqualTo('L');
    FutureTask<MachineLock> second = new FutureTask<>(() -> MachineLock.take(folder, said::add));
    new Thread(second).start();
    while (said.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(second).isNotDone();
    holder.destroyForcibly();
    second.get(2, TimeUnit.MINUTES).close();
  }

  @Test
  void aLockThatCannotBeOpenedIsNamed() throws Exception {
    Files.createDirectory(folder.resolve("ptstress.lock"));
    assertThatIOException()
        .isThrownBy(() -> MachineLock.take(folder, said::add))
        .withMessageContaining("ptstress.lock");
  }

  /** Holds the lock until it is killed. */
  static final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws Exception {
      try (MachineLock lock = MachineLock.take(Path.of(args[0]), sentence -> {})) {
        System.out.println(lock == null ? "" : "Locked.");
        System.out.flush();
        TimeUnit.MINUTES.sleep(5);
      }
    }
  }
}
