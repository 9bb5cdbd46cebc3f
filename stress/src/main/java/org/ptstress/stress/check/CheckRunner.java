package org.ptstress.stress.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.result.CheckResult;

/**
 * Runs the deterministic checks in a child JVM, because the checked mode is a property of the JVM.
 */
public final class CheckRunner {
  private CheckRunner() {}

  /**
   * Checks some designs.
   *
   * @param runFolder the run folder: the log goes below it
   * @param designs the designs
   * @param silence how long one design may take
   * @return a row for each design, check and claim
   * @throws IOException if the child cannot be started, its log not be written, or it fails
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public static List<CheckResult> check(Path runFolder, List<Design> designs, Duration silence)
      throws IOException, InterruptedException {
    Files.createDirectories(runFolder.resolve("logs"));
    Path log = runFolder.resolve("logs/checks.log");
    List<CheckResult> results = Collections.synchronizedList(new ArrayList<>());
    ChildJvm child =
        new ChildJvm(
            runFolder,
            log,
            silence,
            ChildJvm.classPath(),
            List.of("-Xmx512m", "-Dptstress.checked=true"),
            CheckMain.class.getName(),
            designs.stream().map(Design::name).toList());
    ChildJvm.Exit exit =
        child.run(
            line -> {
              if (!line.startsWith(CheckMain.RESULT)) {
                return false;
              }
              results.add(parse(line.substring(CheckMain.RESULT.length())));
              return true;
            });
    if (exit.status() != 0) {
      throw new IOException(
          "The checks ended with status " + exit.status() + "; their output is in " + log + ".");
    }
    return List.copyOf(results);
  }

  private static CheckResult parse(String json) {
    try {
      return new ObjectMapper().readValue(json, CheckResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A check printed a result that is not JSON: " + json, e);
    }
  }
}
