package org.ptstress.stress.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.Outside;

/** A design whose every insert fails in a way that no return value shows. */
public abstract class FaultyDesign extends Outside {
  private static final String GOOD = "RcuHash";

  @Override
  public final TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(Designs.named(GOOD).newTable(config, rcu));
  }

  /** What an insert does first. */
  abstract void fail();

  /** Throws. */
  public static final class Throwing extends FaultyDesign {
    /** For the service loader. */
    public Throwing() {}

    @Override
    void fail() {
      throw new IllegalStateException("this insert always throws");
    }
  }

  /** Never returns, until the test lets go of it. */
  public static final class Hanging extends FaultyDesign {
    private static volatile boolean released;

    /** For the service loader. */
    public Hanging() {}

    /** Ends all inserts of this JVM. */
    public static void release() {
      released = true;
    }

    @Override
    void fail() {
      while (!released) {
        try {
          TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Ends the JVM as a crash does. */
  public static final class Crashing extends FaultyDesign {
    /** The exit status of a JVM that aborts. */
    public static final int STATUS = 134;

    /** For the service loader. */
    public Crashing() {}

    @Override
    void fail() {
      Runtime.getRuntime().halt(STATUS);
    }
  }

  /**
   * Prints words and JSON that look like results and progress, much of it, and closes its output;
   * leaves a process behind that keeps the output open. Its table is good.
   */
  public static final class Printing extends FaultyDesign {
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    /** For the service loader. */
    public Printing() {}

    @Override
    void fail() {
      if (!FIRST.compareAndSet(true, false)) {
        return;
      }
      for (String word : List.of("result", "results", "shown", "starting", "samples")) {
        System.out.println(word + " [{\"design\":\"Printing\",\"scenario\":\"OneFreeId\"}]");
        System.out.println(word);
      }
      String line = "x".repeat(1 << 16);
      for (int i = 0; i < 200; i++) {
        System.out.println(line);
      }
      try {
        new ProcessBuilder("sleep", "600").inheritIO().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      System.out.close();
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }
  }

  /** Ends its JVM as if all were well. */
  public static final class Exiting extends FaultyDesign {
    /** For the service loader. */
    public Exiting() {}

    @Override
    void fail() {
      System.exit(0);
    }
  }

  private final class Table extends WrappedTable {
    Table(TimerTable good) {
      super(good);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      fail();
      return good.insert(owner, timer);
    }
  }
}
