package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What the child JVMs of the tests do; the argument says which. */
public final class Child {
  /** The kind of the messages with the process id of a JVM. */
  static final String PID = "pid";

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
      case "hang" -> {
        ParentLink parent = ParentLink.open();
        parent.send(PID, "", ProcessHandle.current().pid());
        TimeUnit.HOURS.sleep(1);
      }
      case "hang with a child" -> {
        ParentLink parent = ParentLink.open();
        parent.send(PID, "", sleeper(false).pid());
        TimeUnit.HOURS.sleep(1);
      }
      case "end with a child" -> {
        ParentLink parent = ParentLink.open();
        // It holds the output open.
        parent.send(PID, "", args[1].equals("orphan") ? orphan() : sleeper(true).pid());
        switch (args[1]) {
          case "exit" -> System.exit(0);
          case "halt" -> Runtime.getRuntime().halt(0);
          default -> ParentLink.end();
        }
      }
      case "say" -> {
        ParentLink parent = ParentLink.open();
        for (String label : Arrays.asList(args).subList(1, args.length)) {
          parent.send("result", label, label.length());
        }
        ParentLink.end();
      }
      case "start slowly" -> {
        // Longer than until the parent looks at it first.
        TimeUnit.SECONDS.sleep(1);
        ParentLink parent = ParentLink.open();
        parent.send("result", "started", 1);
        ParentLink.end();
      }
      case "spoil its output" -> {
        ParentLink parent = ParentLink.open();
        String forged = "{\"kind\":\"result\",\"label\":\"forged\",\"body\":1}";
        System.out.print("no end of line, result " + forged);
        System.out.println(forged);
        System.out.close();
        System.err.close();
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        new FileOutputStream(FileDescriptor.out).close();
        System.in.close();
        Thread.currentThread().interrupt();
        parent.send("result", "honest", 7);
        parent.send("result", "honest too", 8);
        ParentLink.end();
      }
      case "flood" -> {
        ParentLink parent = ParentLink.open();
        System.out.println("first words");
        byte[] line = "0123456789abcde\n".repeat(4096).getBytes(US_ASCII);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
          System.out.write(line);
        }
        System.out.println("last words");
        parent.send("result", "flood", 1);
        ParentLink.end();
      }
      case "exit in the middle" -> {
        ParentLink parent = ParentLink.open();
        parent.send("result", "first", 1);
        System.exit(0);
      }
      case "babble" -> {
        ParentLink.open();
        while (true) {
          System.out.println("starting result progress {\"kind\":\"result\"}");
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Starts a process that starts another and ends; returns the id of the other. */
  private static long orphan() throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "sleep 600 >&2 & echo $!").start();
    String pid = new String(shell.getInputStream().readAllBytes(), US_ASCII);
    return Long.parseLong(pid.strip());
  }

  private static Process sleeper(boolean inheritOutput) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    if (inheritOutput) {
      builder.inheritIO();
    }
    return builder.start();
  }
}
