package org.ptstress.stress.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of this machine or of a virtual one, driven through the C program. The program ends
 * when this object is closed, or when this JVM ends.
 */
final class RunningKernel implements ScriptMachine, AutoCloseable {
  private static final String END = "end";
  private static final String READY = "ready";
  private static final String MARK = "mark ";
  private static final String SET = "set ";
  private static final long SILENCE_SECONDS = 300;

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "kernel");
            thread.setDaemon(true);
            return thread;
          });

  /** The memory of a virtual machine; null for this machine's kernel. */
  private @Nullable GuestMemory memory;

  private RunningKernel(Process process) {
    this.process = process;
    this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /**
   * Starts the program.
   *
   * @param program the program
   * @return the kernel
   * @throws NotJudgedException if it cannot be started
   */
  static RunningKernel start(Path program) throws NotJudgedException {
    try {
      return new RunningKernel(
          new ProcessBuilder(program.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new NotJudgedException(program + " cannot be started: " + e.getMessage());
    }
  }

  /** The kernel behind a running program. */
  static RunningKernel of(Process process) {
    return new RunningKernel(process);
  }

  /** Waits until a virtual machine has come up. */
  void awaitReady() throws IOException, InterruptedException {
    await("boot", READY);
  }

  /** Enables setting of id counters. */
  void watch(GuestMemory guest) {
    memory = guest;
  }

  /** Whether counters of ids can be set. */
  boolean setsCounters() {
    return memory != null;
  }

  /**
   * The properties of the machine, from the program.
   *
   * @return values by their names
   */
  Map<String, String> about() throws IOException, InterruptedException {
    Map<String, String> about = new HashMap<>();
    for (String line : ask("about\n")) {
      String[] words = line.split(" ", 2);
      about.put(words[0], words[1]);
    }
    return about;
  }

  @Override
  public List<String> run(List<ScriptLine> script) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("script\n");
    script.forEach(line -> text.append(line.inShort()).append('\n'));
    List<String> answer = ask(text.append(END).append('\n').toString());
    if (answer.size() != script.size()) {
      throw new IOException(
          "The kernel answered "
              + answer.size()
              + " of "
              + script.size()
              + " calls: "
              + answer.get(answer.size() - 1));
    }
    return answer;
  }

  /**
   * Sends a command to the program.
   *
   * @param question a command, ended by a line end
   * @return its answer
   * @throws IOException if there is none
   * @throws InterruptedException if this thread is interrupted
   */
  List<String> ask(String question) throws IOException, InterruptedException {
    in.write(question);
    in.flush();
    return await(question.strip(), END);
  }

  private List<String> await(String question, String end) throws IOException, InterruptedException {
    try {
      return reader.submit(() -> answer(end)).get(SILENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "it did not answer within "
              + SILENCE_SECONDS
              + " s to: "
              + question.lines().findFirst().orElse(""),
          e);
    } catch (ExecutionException e) {
      String reason = Objects.requireNonNull(e.getCause()).getMessage();
      throw new IOException("the program in C gives no answer: " + reason, e);
    }
  }

  private List<String> answer(String end) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); !end.equals(line); line = out.readLine()) {
      if (line == null) {
        throw new IOException("end of its output");
      }
      if (memory == null || !isTold(memory, line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Executes a request of the guest. */
  private boolean isTold(GuestMemory guest, String line) throws IOException {
    if (line.startsWith(MARK)) {
      guest.mark(Integer.parseInt(line.substring(MARK.length())));
    } else if (line.startsWith(SET)) {
      guest.set(Integer.parseInt(line.substring(SET.length())));
    } else {
      return false;
    }
    in.write("done\n");
    in.flush();
    return true;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    reader.shutdownNow();
  }
}
