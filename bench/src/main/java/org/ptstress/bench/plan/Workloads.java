package org.ptstress.bench.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ptstress.bench.benchmark.CreateDeleteBenchmark;
import org.ptstress.bench.benchmark.ExhaustionBenchmark;
import org.ptstress.bench.benchmark.FindBenchmark;
import org.ptstress.bench.benchmark.GrowthBenchmark;
import org.ptstress.bench.benchmark.LockBenchmark;
import org.ptstress.bench.benchmark.LockUnderTest;
import org.ptstress.bench.benchmark.ReadersWriterBenchmark;
import org.ptstress.bench.benchmark.ReplayBenchmark;
import org.ptstress.bench.benchmark.ReplayOwners;
import org.ptstress.bench.benchmark.RestoreBenchmark;
import org.ptstress.bench.benchmark.RestoreIds;
import org.ptstress.bench.benchmark.Traits;
import org.ptstress.run.measurement.Row;

/** The rows of the runs of each size. */
public final class Workloads {
  /** The lookups of one process: what promises are held against. */
  public static final String FIND = FindBenchmark.class.getName() + ".find";

  static final String FIND_BASELINE = FindBenchmark.class.getName() + ".baseline";
  static final String FIND_LIMIT = FindBenchmark.class.getName() + ".limit";
  static final String TIMER_LOAD = FindBenchmark.class.getName() + ".timerLoad";
  public static final String MISS = FindBenchmark.class.getName() + ".miss";
  static final String FIND_IN_PROCESSES = FindBenchmark.class.getName() + ".findInProcesses";
  static final String CREATE_DELETE = CreateDeleteBenchmark.class.getName() + ".createDelete";
  static final String CREATE_DELETE_BASELINE = CreateDeleteBenchmark.class.getName() + ".baseline";
  static final String CREATE_DELETE_LIMIT = CreateDeleteBenchmark.class.getName() + ".limit";
  static final String CREATE_DELETE_LIMIT_IN_OWN =
      CreateDeleteBenchmark.class.getName() + ".limitInOwnProcess";
  static final String CREATE_DELETE_IN_OWN =
      CreateDeleteBenchmark.class.getName() + ".createDeleteInOwnProcess";

  static final String LOCKED_FIND = LockBenchmark.class.getName() + ".find";
  static final String REFUSED_CREATE = ExhaustionBenchmark.class.getName() + ".refusedCreate";
  static final String RESTORE_BY_LOOP = RestoreBenchmark.class.getName() + ".createDeleteLoop";
  static final String RESTORE_EXACTLY = RestoreBenchmark.class.getName() + ".exactIds";
  static final String RESTORE_BASELINE = RestoreBenchmark.class.getName() + ".baseline";
  static final String REPLAY = ReplayBenchmark.class.getName();

  /** One timer for each of the kernel's 512 chains. */
  private static final int FEW = 512;

  private static final int[] POPULATIONS = {FEW, 16_384, 100_000};
  private static final int PROCESSES = 5_000;
  private static final int MILLION = 1_000_000;

  /** The designs that the table of 2025 compares. */
  private static final Set<String> REPLAYED =
      Set.of("BoundedScanHash", "PrecheckHash", "BucketLockHash", "ProcessIdr");

  static final List<Map<String, String>> NO_PARAMS = List.of(Map.of());

  private static final Pattern SHOT = Pattern.compile("\\.(Replay|Restore)Benchmark\\.");

  /** A shot starts cold, and is long. */
  private static final ForkTime SHOTS = new ForkTime(2, 1, 3, 1);

  private Workloads() {}

  /** Whether a row restores timers, which take memory. */
  public static boolean isRestore(Row row) {
    return row.benchmark().startsWith(RestoreBenchmark.class.getName() + ".");
  }

  /** Whether a row is a shot, whose score is a time. */
  public static boolean isShot(Row row) {
    return SHOT.matcher(row.benchmark()).find();
  }

  /**
   * Rows that show contention, by one fork each, without a spread: counts decide, and show growth
   * with more than time could.
   */
  static List<Series> quick() {
    ForkTime time = new ForkTime(4, 25, 3, 20);
    return List.of(
        Series.of(FIND, timers(FEW), Threads.ENDS, 1, time),
        Series.of(CREATE_DELETE, timers(FEW), Threads.CPUS, 1, time),
        Series.of(FIND_BASELINE, timers(FEW), Threads.ENDS, 1, time).once(),
        Series.of(CREATE_DELETE_BASELINE, NO_PARAMS, Threads.ENDS, 1, time).once(),
        Series.of(FIND_LIMIT, timers(FEW), Threads.ENDS, 1, time).once(),
        Series.of(CREATE_DELETE_LIMIT, NO_PARAMS, Threads.CPUS, 1, time).once());
  }

  /**
   * Everything.
   *
   * @param forks the least number of forks of a row, from 2
   * @param time how long each takes
   * @param crowd at how many threads the table of 2025 is replayed where it has 63
   */
  static List<Series> all(int forks, ForkTime time, Threads crowd) {
    List<Series> series = new ArrayList<>();
    series.add(Series.of(FIND, timers(FEW), Threads.SCALING, forks + 1, time));
    series.addAll(
        List.of(
            Series.of(FIND, timers(16_384, 100_000), Threads.SCALING, forks, time),
            Series.of(FIND, timers(FEW), Threads.TWICE, forks, time),
            Series.of(MISS, timers(FEW), Threads.CPUS, forks / 2, time),
            Series.of(FIND_IN_PROCESSES, timers(PROCESSES), Threads.SCALING, forks, time),
            Series.of(CREATE_DELETE, timers(FEW), Threads.SCALING, forks, time),
            Series.of(CREATE_DELETE, timers(16_384, 100_000), Threads.CPUS, forks / 2, time),
            Series.of(CREATE_DELETE, timers(FEW), Threads.TWICE, forks / 2, time),
            Series.of(CREATE_DELETE_IN_OWN, timers(FEW), Threads.CPUS, forks / 2, time),
            Series.of(
                ReadersWriterBenchmark.BENCHMARK, timers(FEW), Threads.SEVERAL, forks / 2, time)));
    series.addAll(controls(forks, time));
    series.addAll(growth(forks / 2, time));
    series.addAll(locks(forks / 2, time));
    series.addAll(replay(forks / 2));
    series.addAll(replay(forks / 2, crowd));
    series.addAll(restores(forks / 2));
    series.add(
        Series.of(REFUSED_CREATE, values("idBits", "4", "8", "12"), Threads.ONE, forks / 2, time)
            .only(Traits::refusesWhenFull));
    return series;
  }

  /** The controls that scores are compared with. */
  private static List<Series> controls(int forks, ForkTime time) {
    return List.of(
        Series.of(FIND_BASELINE, timers(POPULATIONS), Threads.SCALING, forks / 2, time).once(),
        Series.of(FIND_LIMIT, timers(POPULATIONS), Threads.SCALING, forks / 2, time).once(),
        Series.of(FIND_LIMIT, timers(PROCESSES), Threads.SCALING, forks / 2, time).once(),
        Series.of(TIMER_LOAD, timers(POPULATIONS), Threads.SCALING, forks / 2, time).once(),
        Series.of(CREATE_DELETE_BASELINE, NO_PARAMS, Threads.SCALING, forks / 2, time).once(),
        Series.of(CREATE_DELETE_LIMIT, NO_PARAMS, Threads.SCALING, forks / 2, time).once(),
        Series.of(CREATE_DELETE_LIMIT_IN_OWN, NO_PARAMS, Threads.CPUS, forks / 2, time).once());
  }

  private static List<Series> growth(int forks, ForkTime time) {
    List<Series> series = new ArrayList<>();
    for (String method : List.of("find", "createDelete")) {
      String benchmark = GrowthBenchmark.class.getName() + "." + method;
      series.add(Series.of(benchmark, timers(1_000, 10_000, 100_000), Threads.ONE, forks, time));
      series.add(
          Series.of(benchmark, timers(MILLION), Threads.ONE, forks, time).only(Traits::isFlat));
    }
    // The limits of 100,000 timers, and of creates, are among the controls.
    series.add(
        Series.of(FIND_LIMIT, timers(1_000, 10_000, MILLION), Threads.ONE, forks, time).once());
    return series;
  }

  private static List<Series> locks(int forks, ForkTime time) {
    List<Map<String, String>> kinds =
        Arrays.stream(LockUnderTest.values())
            .map(lock -> Map.of("lock", lock.name(), "timers", Integer.toString(FEW)))
            .toList();
    return List.of(
        Series.of(LOCKED_FIND, kinds, Threads.SCALING, forks, time).once(),
        Series.of(LOCKED_FIND, kinds, Threads.TWICE, forks, time).once());
  }

  /** One thread. The fewer timers, the more shots until the code is compiled. */
  private static List<Series> replay(int forks) {
    Map<Integer, ForkTime> shots =
        new TreeMap<>(
            Map.of(
                20_000,
                new ForkTime(20, 1, 5, 1),
                50_000,
                new ForkTime(6, 1, 3, 1),
                100_000,
                new ForkTime(3, 1, 3, 1)));
    List<Series> series = new ArrayList<>();
    shots.forEach(
        (timers, time) -> {
          for (String method : List.of(".create", ".getoverrun")) {
            series.add(
                replay(
                    method, timers, List.of(ReplayOwners.ONE_PROCESS), Threads.ONE, forks, time));
          }
          for (String method : List.of(".walk", ".baseline")) {
            series.add(Series.of(REPLAY + method, timers(timers), Threads.ONE, forks, time).once());
          }
        });
    return series;
  }

  /** Threads of one process, and processes side by side. */
  private static List<Series> replay(int forks, Threads crowd) {
    ForkTime time = new ForkTime(6, 1, 3, 1);
    List<ReplayOwners> owners = List.of(ReplayOwners.values());
    return List.of(
        replay(".create", 20_000, owners, crowd, forks, time),
        replay(".getoverrun", 20_000, owners, crowd, forks, time),
        replay(".createDelete", 100_000, owners, crowd, forks, time));
  }

  private static Series replay(
      String method,
      int timers,
      List<ReplayOwners> owners,
      Threads threads,
      int forks,
      ForkTime time) {
    List<Map<String, String>> params =
        owners.stream()
            .map(owner -> Map.of("timers", Integer.toString(timers), "owners", owner.name()))
            .toList();
    return Series.of(REPLAY + method, params, threads, forks, time).only(REPLAYED::contains);
  }

  private static List<Series> restores(int forks) {
    List<Map<String, String>> sets =
        values(
            "ids", Arrays.stream(RestoreIds.values()).map(RestoreIds::name).toArray(String[]::new));
    return List.of(
        Series.of(RESTORE_BY_LOOP, sets, Threads.ONE, forks, SHOTS).only(Traits::comesToEachId),
        Series.of(RESTORE_EXACTLY, sets, Threads.ONE, forks, SHOTS).only(Traits::hasExactIds),
        Series.of(RESTORE_BASELINE, sets, Threads.ONE, forks, SHOTS).once());
  }

  /** A population a row. */
  static List<Map<String, String>> timers(int... populations) {
    return values(
        "timers", IntStream.of(populations).mapToObj(Integer::toString).toArray(String[]::new));
  }

  /** A value of a parameter a row. */
  static List<Map<String, String>> values(String param, String... values) {
    return Arrays.stream(values).map(value -> Map.of(param, value)).toList();
  }
}
