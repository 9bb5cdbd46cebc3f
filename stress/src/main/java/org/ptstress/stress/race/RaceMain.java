package org.ptstress.stress.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ptstress.run.process.ParentWatch;

/**
 * The child JVM of the races: forks JVMs for the configurations of the races. Arguments: the
 * directory where forks run, with a {@link RacePlan} in it, and the token of the parent. Prints one
 * line of JSON for each {@link ForkResult} as soon as there is one, after {@link #RESULT}.
 */
public final class RaceMain {
  /** The file with the plan. */
  static final String PLAN = "plan.json";

  /** Starts a line that holds a result. */
  static final String RESULT = "result ";

  /** The fewest actors that a race can have. */
  private static final int ACTORS = 2;

  private RaceMain() {}

  /**
   * Runs the races.
   *
   * @param args see the class
   * @throws IOException if the plan cannot be read, or a fork cannot be started
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a fork cannot be started
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    ParentWatch.start(args[1]);
    Path directory = Path.of(args[0]);
    ObjectMapper mapper = new ObjectMapper();
    RacePlan plan = mapper.readValue(directory.resolve(PLAN).toFile(), RacePlan.class);
    PrintStream out = System.out;
    try (Forks forks = new Forks(directory, plan.sampling(), plan.limit())) {
      race(plan, forks, result -> out.println(RESULT + json(mapper, result)));
    }
  }

  /** Races as many designs at a time as the CPUs allow, each in a thread of its own. */
  private static void race(RacePlan plan, Forks forks, Consumer<ForkResult> results)
      throws InterruptedException, ExecutionException {
    // Fair, or races of two actors would keep one of three waiting for as long as there are any.
    Semaphore cpus = new Semaphore(plan.cpus(), true);
    Map<String, List<RacePlan.Entry>> designs =
        plan.races().stream()
            .collect(
                Collectors.groupingBy(
                    RacePlan.Entry::design, LinkedHashMap::new, Collectors.toList()));
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, plan.cpus() / ACTORS));
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (List<RacePlan.Entry> races : designs.values()) {
        ends.add(threads.submit(new DesignRaces(races, plan, forks, cpus, results)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String json(ObjectMapper mapper, ForkResult result) {
    try {
      return mapper.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The result " + result + " cannot be written as JSON.", e);
    }
  }
}
