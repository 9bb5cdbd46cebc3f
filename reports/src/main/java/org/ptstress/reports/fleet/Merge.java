package org.ptstress.reports.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ptstress.model.Designs;
import org.ptstress.reports.phase.Findings;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.Unit;

/**
 * One report of what several machines did. Each architecture is a run of its own: memory models
 * differ. Verdicts over all of them count a witness wherever it was seen.
 */
public final class Merge {
  /** The units that are missing, one a line, in the folder of their run. */
  public static final String MISSING = "missing-units.txt";

  private final RunPlan plan;
  private final List<MergedRun> runs;
  private final List<Path> empty;

  private Merge(RunPlan plan, List<MergedRun> runs, List<Path> empty) {
    this.plan = plan;
    this.runs = List.copyOf(runs);
    this.empty = List.copyOf(empty);
  }

  /**
   * A run of one architecture.
   *
   * @param architecture as Java names it
   * @param folders the number of merged folders
   * @param run its folder
   * @param missing the units that no folder has a result of
   */
  public record Part(String architecture, int folders, RunFolder run, List<Unit> missing) {
    public Part {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Reads folders.
   *
   * @param folders run folders
   * @param version the version of this program
   * @param commandLine who asked for it
   * @throws UserException if they are not of one run, version and catalogue; the message says which
   *     one differs, and in what
   */
  public static Merge of(List<Path> folders, String version, List<String> commandLine)
      throws IOException {
    List<ShardFolder> shards = new ArrayList<>();
    List<Path> empty = new ArrayList<>();
    for (Path folder : folders) {
      ShardFolder.read(folder).ifPresentOrElse(shards::add, () -> empty.add(folder));
    }
    if (shards.isEmpty()) {
      throw new UserException("Nothing to merge: no folder has any result.");
    }
    RunFile first = shards.get(0).run().run();
    RunPlan plan =
        new RunPlan(
            Profile.named(first.profile()), first.designs().stream().map(Designs::named).toList());
    String code = CodeDigest.ofClassPath();
    PlannedClaims planned = new PlannedClaims(plan);
    for (ShardFolder shard : shards) {
      requireSame(shard, shards.get(0), plan, version, code);
      planned.require(shard);
    }
    Map<String, List<ShardFolder>> byArchitecture =
        shards.stream()
            .collect(
                Collectors.groupingBy(
                    shard -> shard.host().architecture(), TreeMap::new, Collectors.toList()));
    return new Merge(
        plan,
        byArchitecture.values().stream()
            .map(each -> new MergedRun(plan, each, commandLine))
            .toList(),
        empty);
  }

  private static void requireSame(
      ShardFolder shard, ShardFolder other, RunPlan plan, String version, String code) {
    RunFile run = shard.run().run();
    RunFile first = other.run().run();
    require(shard, "version", run.version(), version, "this is");
    require(shard, "profile", run.profile(), first.profile(), other.run().path() + " has");
    require(
        shard,
        "designs",
        String.join(",", run.designs()),
        String.join(",", first.designs()),
        other.run().path() + " has");
    require(shard, "catalogue of units", shard.units().plan(), plan.digest(), "this version makes");
    require(
        shard,
        "code",
        shard.units().code(),
        code,
        "that of this program is",
        "; use the same build and --class-path on all machines");
  }

  private static void require(
      ShardFolder shard, String what, String found, String wanted, String who) {
    require(shard, what, found, wanted, who, "");
  }

  private static void require(
      ShardFolder shard, String what, String found, String wanted, String who, String remedy) {
    if (!found.equals(wanted)) {
      throw new UserException(
          "%s cannot be merged: its %s is %s, and %s %s%s."
              .formatted(shard.run().path(), what, found, who, wanted, remedy));
    }
  }

  public RunPlan plan() {
    return plan;
  }

  /** The folders that were stopped before they had any result. */
  public List<Path> empty() {
    return empty;
  }

  /**
   * Writes one run folder, or, if there are several architectures, one for each below the folder;
   * and the report.
   *
   * @param folder an existing folder
   * @return the run of each architecture
   */
  public List<Part> write(Path folder) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (MergedRun run : runs) {
      Path target = runs.size() == 1 ? folder : folder.resolve(run.architecture());
      Files.createDirectories(target);
      if (!run.missing().isEmpty()) {
        WholeFile.write(
            target.resolve(MISSING),
            run.missing().stream().map(unit -> unit.name() + "\n").collect(Collectors.joining()));
      }
      RunFolder written = run.write(target);
      parts.add(new Part(run.architecture(), run.folders(), written, run.missing()));
    }
    if (parts.size() > 1) {
      ResultFiles.write(folder, ResultFiles.VERDICTS, verdicts());
      ReportFiles.write(parts.stream().map(Part::run).toList(), folder);
    }
    return parts;
  }

  /** The verdicts on all evidence together. */
  public List<VerdictRow> verdicts() {
    return Findings.judge(
        plan.designs(),
        (design, promise) ->
            runs.stream().flatMap(run -> run.about(design, promise).stream()).toList());
  }
}
