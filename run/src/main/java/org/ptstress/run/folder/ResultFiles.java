package org.ptstress.run.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.UnitFile;

/** The names of the files of a run folder, and their writer. */
public final class ResultFiles {
  /** The {@link RunFile}. */
  public static final String RUN = "run.json";

  /** The {@link HostInfo}. */
  public static final String HOST = "host.json";

  /** {@link RaceResult}s. */
  public static final String RACES = "races.json";

  /** {@link InterleavingResult}s. */
  public static final String INTERLEAVINGS = "interleavings.json";

  /** {@link ExplorationResult}s. */
  public static final String EXPLORATIONS = "explorations.json";

  /** {@link CheckResult}s. */
  public static final String CHECKS = "checks.json";

  /** {@link Accesses}, of the yardstick, too. */
  public static final String ACCESSES = "accesses.json";

  /** {@link Conflicts}, of the yardstick, too. */
  public static final String CONFLICTS = "conflicts.json";

  /** {@link VerdictRow}s. */
  public static final String VERDICTS = "verdicts.json";

  /** JMH's own results. */
  public static final String JMH = "jmh.json";

  /** {@link FaultRow}s. */
  public static final String FAULTS = "faults.json";

  /** {@link OrderResult}s. */
  public static final String ORDERS = "orders.json";

  /** {@link KernelResult}s. */
  public static final String KERNEL = "kernel.json";

  /** The {@link UnitFile}, of {@code run} and {@code merge}. */
  public static final String UNITS = "units.json";

  private ResultFiles() {}

  /**
   * Writes rows as a JSON list, atomically.
   *
   * @param folder the run folder
   * @param file the file's name
   * @param rows the rows
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, String file, List<?> rows) throws IOException {
    JsonFile.write(folder.resolve(file), rows);
  }

  /**
   * Writes {@code accesses.json} and {@code conflicts.json}, each atomically.
   *
   * @param folder the run folder
   * @param costs the costs of each design
   * @throws IOException if a file cannot be written
   */
  public static void writeCosts(Path folder, List<DesignCosts> costs) throws IOException {
    JsonFile.writeRows(
        folder.resolve(ACCESSES), costs.stream().map(DesignCosts::accesses).toList());
    JsonFile.writeRows(
        folder.resolve(CONFLICTS), costs.stream().map(DesignCosts::conflicts).toList());
  }

  /**
   * Reads what {@link #writeCosts} wrote.
   *
   * @param folder the folder
   * @return the costs of each design
   * @throws UnreadableRunException if a file is missing, cut off or of another kind
   */
  public static List<DesignCosts> readCosts(Path folder) throws UnreadableRunException {
    return DesignCosts.join(
        JsonFile.readRows(folder.resolve(ACCESSES), Accesses.class, RowKeys::of),
        JsonFile.readRows(folder.resolve(CONFLICTS), Conflicts.class, RowKeys::of));
  }

  /**
   * Reads the costs of one design from what {@link #writeCosts} wrote.
   *
   * @param accesses the content of {@code accesses.json}; read up to that design
   * @param conflicts the content of {@code conflicts.json}; read up to that design
   * @param design the design's name
   * @return its costs
   * @throws IOException if it is not there, or cannot be read
   */
  public static DesignCosts readCosts(InputStream accesses, InputStream conflicts, String design)
      throws IOException {
    return new DesignCosts(
        JsonFile.readFirst(accesses, Accesses.class, row -> row.design().equals(design)),
        JsonFile.readFirst(conflicts, Conflicts.class, row -> row.design().equals(design)));
  }

  /**
   * Reads the orders of a folder, which need be no run folder.
   *
   * @param folder the folder
   * @return the rows
   * @throws UnreadableRunException if the file is missing, cut off or of another kind
   */
  public static List<OrderResult> readOrders(Path folder) throws UnreadableRunException {
    return JsonFile.readRows(folder.resolve(ORDERS), OrderResult.class, RowKeys::of);
  }

  /**
   * Reads the comparisons with a kernel of a folder, which need be no run folder.
   *
   * @param folder the folder
   * @return the rows; none if it has no such file
   * @throws UnreadableRunException if the folder is missing, or the file cut off or of another kind
   */
  public static List<KernelResult> readKernel(Path folder) throws UnreadableRunException {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableRunException("There is no folder " + folder + ".", null);
    }
    Path file = folder.resolve(KERNEL);
    return Files.isRegularFile(file) ? JsonFile.readList(file, KernelResult.class) : List.of();
  }

  /**
   * Writes {@code run.json}, atomically.
   *
   * @param folder the run folder
   * @param run what was started
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, RunFile run) throws IOException {
    JsonFile.write(folder.resolve(RUN), run);
  }

  /**
   * Writes {@code host.json}, atomically.
   *
   * @param folder the run folder
   * @param host the machine
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, HostInfo host) throws IOException {
    JsonFile.write(folder.resolve(HOST), host);
  }

  /**
   * Writes {@code units.json}, atomically.
   *
   * @param folder the run folder
   * @param units what the run does
   * @throws IOException if the file cannot be written
   */
  public static void write(Path folder, UnitFile units) throws IOException {
    JsonFile.write(folder.resolve(UNITS), units);
  }

  /**
   * Reads the planned units of a run.
   *
   * @param folder the run folder
   * @return its units
   * @throws UnreadableRunException if the file is missing, cut off or of another kind
   */
  public static UnitFile readUnits(Path folder) throws UnreadableRunException {
    return JsonFile.readOne(folder.resolve(UNITS), UnitFile.class);
  }
}
