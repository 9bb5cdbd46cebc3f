package org.ptstress.run.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A child JVM. Its output goes to a bounded log, its results come over a socket ({@link
 * ParentLink}). A child is killed if it makes no progress within a timeout of its own time ({@link
 * OwnTime}), or if the parent is interrupted. However it ends, all processes that it started are
 * killed with it ({@link ChildMark}). A child that calls {@link ParentWatch#start} also ends with
 * its parent, however that ends.
 */
public final class ChildJvm {
  /**
   * The least timeout until the main method opens the link: on a busy machine, JVM startup was seen
   * to exceed the timeout of a silent design.
   */
  private static final Duration START = Duration.ofMinutes(1);

  private final List<String> command = new ArrayList<>();
  private final Path directory;
  private final Path log;
  private final Duration silence;
  private final Function<ProcessHandle, LongSupplier> clock;
  private int outputLimit;

  /**
   * Describes a child.
   *
   * @param directory its working directory, which must exist
   * @param log the file that its output is appended to; its folder must exist
   * @param silence the timeout without progress, in the child's own time; it counts from the start,
   *     or from when the child opens its {@link ParentLink}, for which it has at least a minute
   * @param classPath its class path
   * @param jvmArgs arguments of the JVM
   * @param mainClass what to run
   * @param args arguments of the program
   */
  public ChildJvm(
      Path directory,
      Path log,
      Duration silence,
      String classPath,
      List<String> jvmArgs,
      String mainClass,
      List<String> args) {
    this(
        directory,
        log,
        silence,
        classPath,
        jvmArgs,
        mainClass,
        args,
        BoundedLog.LIMIT,
        OwnTime::new);
  }

  ChildJvm(
      Path directory,
      Path log,
      Duration silence,
      String classPath,
      List<String> jvmArgs,
      String mainClass,
      List<String> args,
      int outputLimit,
      Function<ProcessHandle, LongSupplier> clock) {
    this.outputLimit = outputLimit;
    this.clock = clock;
    this.directory = directory.toAbsolutePath();
    this.log = log;
    this.silence = silence;
    command.add(java());
    command.addAll(jvmArgs);
    command.add(ParentWatch.jvmArg());
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(args);
  }

  /**
   * Sets another limit of the output than {@link BoundedLog#LIMIT}.
   *
   * @param bytes how much of it is kept, at least 2
   * @return this child
   */
  public ChildJvm keepingOutput(int bytes) {
    outputLimit = bytes;
    return this;
  }

  /**
   * The {@code java} launcher of this JVM.
   *
   * @return its path
   */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The class path of this JVM, with absolute entries, so that a child in another directory finds
   * them.
   *
   * @return the class path
   */
  public static String classPath() {
    List<String> entries = new ArrayList<>();
    String separator = System.getProperty("path.separator");
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(separator, entries);
  }

  /**
   * The options that permit native access; newer JVMs warn without them.
   *
   * @return the options, none for an older JVM
   */
  public static List<String> nativeAccess() {
    return Runtime.version().feature() >= 22
        ? List.of("--enable-native-access=ALL-UNNAMED")
        : List.of();
  }

  /**
   * Runs a child without a {@link ParentLink} until it exits.
   *
   * @return how it ended
   * @throws IOException if it cannot be started, or its log cannot be written
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public Exit run() throws IOException, InterruptedException {
    try (BoundedLog output = new BoundedLog(log, outputLimit)) {
      return new Life(Map.of(), output).await();
    }
  }

  /**
   * Runs a child with a {@link ParentLink} until it exits.
   *
   * @param listener receives its messages in a separate thread; it has received the last one when
   *     this returns
   * @return how it ended
   * @throws IOException if it cannot be started, or its log cannot be written
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public Exit run(Message.Listener listener) throws IOException, InterruptedException {
    try (BoundedLog output = new BoundedLog(log, outputLimit);
        Channel channel = new Channel()) {
      Life life = new Life(Map.of(ParentLink.VARIABLE, channel.address()), output);
      life.listen(channel, listener);
      return life.await();
    }
  }

  /**
   * The end of a child.
   *
   * @param status its exit status
   * @param hung whether it was killed because it showed no progress for too long
   */
  public record Exit(int status, boolean hung) {
    /** Signals that a JVM does not raise itself, by the exit status of a process that they kill. */
    private static final Map<Integer, String> SIGNALS =
        Map.of(129, "SIGHUP", 130, "SIGINT", 137, "SIGKILL", 143, "SIGTERM");

    /**
     * Whether a signal from outside killed it, judged by its exit status.
     *
     * @return false for a child that hung
     */
    public boolean isKilled() {
      return !hung && SIGNALS.containsKey(status);
    }

    /**
     * Why a child did not finish its work.
     *
     * @param silence its timeout without progress
     * @return the end of a sentence
     */
    public String reason(Duration silence) {
      if (hung) {
        return "it did not end within " + silence.toSeconds() + " s";
      }
      return "its JVM ended with status "
          + status
          + (isKilled() ? ", killed by " + SIGNALS.get(status) + " from outside ptstress" : "");
    }
  }

  /** A running child. */
  private final class Life {
    /** The interval between progress checks. */
    private static final long LOOK_MILLIS = 200;

    /** The timeout for the rest of the output, which an untraceable descendant may keep open. */
    private static final long OUTPUT_MILLIS = 2_000;

    private final ChildMark mark = ChildMark.fresh();
    private final Process process;
    private final Thread reader;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
    private final LongSupplier ownTime;
    private volatile long lastProgress;
    private volatile boolean isStarting;

    Life(Map<String, String> environment, BoundedLog output) throws IOException {
      Map<String, String> marked = new HashMap<>(environment);
      marked.putAll(mark.environment());
      process = Program.start(command, directory, marked, true);
      ownTime = clock.apply(process.toHandle());
      lastProgress = ownTime.getAsLong();
      // Blocking reads ignore interrupts, so other threads read while the caller waits.
      reader = thread("output", () -> process.getInputStream().transferTo(output));
    }

    void listen(Channel channel, Message.Listener listener) {
      isStarting = true;
      threads.add(
          thread(
              "messages",
              () ->
                  channel.read(
                      () -> !process.isAlive(),
                      this::started,
                      message -> take(message, listener))));
    }

    private void started() {
      lastProgress = ownTime.getAsLong();
      isStarting = false;
    }

    private Duration limit() {
      return isStarting && silence.compareTo(START) < 0 ? START : silence;
    }

    private void take(Message message, Message.Listener listener) {
      switch (listener.received(message)) {
        case PROGRESS -> lastProgress = ownTime.getAsLong();
        case NONE -> {}
        case ENOUGH -> kill();
      }
    }

    Exit await() throws IOException, InterruptedException {
      boolean hung = false;
      try {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          long limit = limit().toNanos();
          if (ownTime.getAsLong() - lastProgress > limit) {
            hung = true;
            kill();
            process.waitFor();
            break;
          }
        }
        for (Thread thread : threads) {
          thread.join();
        }
        // Descendants may keep the output open.
        kill();
        reader.join(OUTPUT_MILLIS);
        rethrow();
        return new Exit(process.exitValue(), hung);
      } finally {
        kill();
      }
    }

    private Thread thread(String what, Reading reading) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  reading.run();
                } catch (IOException | RuntimeException e) {
                  failures.add(e);
                  kill();
                }
              },
              what + " of " + log.getFileName());
      thread.setDaemon(true);
      thread.start();
      return thread;
    }

    private void kill() {
      // The search for the mark reads files by channels, which an interrupt would close.
      boolean interrupted = Thread.interrupted();
      // Not process.destroyForcibly(): it also closes the output under the reader.
      ProcessTree.kill(process.toHandle());
      mark.kill();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void rethrow() throws IOException {
      for (Exception failure : List.copyOf(failures)) {
        if (failure instanceof IOException ioException) {
          throw ioException;
        }
        throw (RuntimeException) failure;
      }
    }
  }

  /** Reads until end of stream. */
  private interface Reading {
    void run() throws IOException;
  }
}
