package org.ptstress.run.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What the child JVMs of the tests do; the argument says which. */
public final class Child {
  /** Starts a line with the process id of a JVM. */
  static final String PID = "pid ";

  private Child() {}

  /**
   * Runs.
   *
   * @param args what to do
   * @throws IOException if another child cannot be started
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "talk" -> {
        System.out.println("to stdout, \u00fcber alles");
        System.err.println("to stderr");
        System.out.println("in " + System.getProperty("user.dir"));
        System.exit(Integer.parseInt(args[1]));
      }
      case "crash" -> {
        System.out.println("last words");
        Runtime.getRuntime().halt(134);
      }
      case "hang" -> hang();
      case "hang with a child" -> {
        Process child =
            new ProcessBuilder(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    "hang")
                .start();
        System.out.println(PID + child.pid());
        hang();
      }
      case "murmur" -> {
        // Longer in all than the silence that its test allows.
        for (int i = 0; i < 8; i++) {
          System.out.println("step " + i);
          TimeUnit.MILLISECONDS.sleep(300);
        }
      }
      case "babble" -> {
        while (true) {
          System.out.println("no progress");
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void hang() throws InterruptedException {
    System.out.println(PID + ProcessHandle.current().pid());
    TimeUnit.HOURS.sleep(1);
  }
}
