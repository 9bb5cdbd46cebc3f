package org.ptstress.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Designs that promise everything, and do in {@code find} what no benchmark may overlook. */
public final class OutsideTables {
  private static final int MANY = 1_000;

  private OutsideTables() {}

  /** Writes a folder for the class path that adds them to the catalogue. */
  static Path writeServices(Path folder) throws IOException {
    Path file = folder.resolve("META-INF/services").resolve(Design.class.getName());
    Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        file,
        Stream.of(
                Sleeps.class,
                Forgets.class,
                Throws.class,
                Halts.class,
                Prints.class,
                PrintsPastJava.class,
                Floods.class,
                Hangs.class)
            .map(Class::getName)
            .collect(Collectors.joining("\n")),
        UTF_8);
    return folder;
  }

  /** Does something while they are in the catalogue of all children. */
  public static <T> T callWith(Path folder, Callable<T> action) throws Exception {
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", writeServices(folder) + File.pathSeparator + classPath);
    try {
      return action.call();
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }

  /** Gives its CPU away for much longer than a loaded machine makes it wait for one. */
  public static final class Sleeps extends Meddling {
    /** For the service loader. */
    public Sleeps() {
      super(
          "Sleeps",
          size -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            return true;
          });
    }
  }

  /** Loses its timers when there are many. */
  public static final class Forgets extends Meddling {
    /** For the service loader. */
    public Forgets() {
      super("Forgets", size -> size <= MANY);
    }
  }

  /** Throws when there are many timers. */
  public static final class Throws extends Meddling {
    /** For the service loader. */
    public Throws() {
      super(
          "Throws",
          size -> {
            if (size > MANY) {
              throw new IllegalStateException("too many timers");
            }
            return true;
          });
    }
  }

  /** Ends the JVM as if all were well, and leaves a process behind that does not end. */
  public static final class Halts extends Meddling {
    /** The file in the folder of services that gets the id of that process. */
    public static final String LEFT = "left";

    /** For the service loader. */
    public Halts() {
      super(
          "Halts",
          size -> {
            leaveProcess();
            Runtime.getRuntime().halt(0);
            return true;
          });
    }

    private static void leaveProcess() {
      try {
        java.lang.Process left = new ProcessBuilder("sleep", "600").start();
        Files.writeString(services().resolveSibling(LEFT), Long.toString(left.pid()));
      } catch (IOException | URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Path services() throws URISyntaxException {
      return Path.of(
          requireNonNull(Halts.class.getResource("/META-INF/services/" + Design.class.getName()))
              .toURI());
    }
  }

  /** Prints a megabyte in each lookup. */
  public static final class Prints extends Meddling {
    private static final String MEGABYTE = "x".repeat(1 << 20);

    /** For the service loader. */
    public Prints() {
      super(
          "Prints",
          size -> {
            System.out.println(MEGABYTE);
            System.err.println(MEGABYTE);
            return true;
          });
    }
  }

  /**
   * The same as a library in C would, whatever {@link System#out} is; throws if it gets through.
   */
  public static final class PrintsPastJava extends Meddling {
    /** For the service loader. */
    public PrintsPastJava() {
      super("PrintsPastJava", size -> isDiscarded(1) && isDiscarded(2));
    }

    /**
     * Whether what the JVM's process writes to a descriptor is lost; true where nobody can tell.
     */
    private static boolean isDiscarded(int descriptor) {
      Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
      try {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)
            && !Files.readSymbolicLink(link).equals(Path.of("/dev/null"))) {
          throw new IllegalStateException("Descriptor " + descriptor + " leads to " + link);
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Prints what looks like results, then writes 600 MB past {@link System#out}, and closes its
   * output; all that in its first lookup.
   */
  public static final class Floods extends Meddling {
    private static final int MEGABYTES = 600;

    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    /** For the service loader. */
    public Floods() {
      super(
          "Floods",
          size -> {
            if (FIRST.getAndSet(false)) {
              flood();
            }
            return true;
          });
    }

    private static void flood() {
      System.out.println("{\"kind\":\"measured\",\"label\":\"Floods\",\"body\":{}}");
      System.out.println("Iteration   1: 1.000 ops/s");
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'x');
      for (int i = 0; i < MEGABYTES; i++) {
        System.out.write(block, 0, block.length);
      }
      System.out.close();
      System.err.close();
    }
  }

  /** Never comes back from a lookup, and says so by a file that an environment variable names. */
  public static final class Hangs extends Meddling {
    /** The environment variable. */
    static final String MARK = "PTSTRESS_TEST_MARK";

    /** For the service loader. */
    public Hangs() {
      super(
          "Hangs",
          size -> {
            try {
              Files.writeString(
                  Path.of(System.getenv(MARK)), Long.toString(ProcessHandle.current().pid()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            while (true) {
              LockSupport.park();
            }
          });
    }
  }

  /** Called with the number of timers, before each lookup; false if it is to find nothing. */
  @FunctionalInterface
  private interface Before {
    boolean find(int size);
  }

  /** The yardstick, with something done before each lookup. */
  private abstract static class Meddling extends CatalogueEntry {
    Meddling(String name, Before before) {
      super(
          name,
          "test",
          "test",
          IdPolicy.NEXT,
          Promises.allHold(),
          (config, rcu) ->
              new Table(Designs.named(Designs.YARDSTICK).newTable(config, rcu), before));
    }
  }

  private static final class Table implements TimerTable {
    private final TimerTable inner;
    private final Before before;
    private int size;

    Table(TimerTable inner, Before before) {
      this.inner = inner;
      this.before = before;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      size++;
      return inner.insert(owner, timer);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return before.find(size) ? inner.find(owner, id) : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      inner.remove(owner, timer);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      inner.forEach(action);
    }
  }
}
