package org.ptstress.stress.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;
import org.ptstress.model.spec.Scenario;

/** Results as jcstress makes them, without running it. */
final class JcstressRows {
  private static final Options OPTIONS = new UnparsedOptions();

  private JcstressRows() {}

  static TestResult normal(Scenario scenario, Map<String, Long> outcomes) {
    TestResult result = of(scenario, Status.NORMAL);
    outcomes.forEach(result::addState);
    return result;
  }

  static TestResult of(Scenario scenario, Status status, String... jvmArgs) {
    TestResult result = new TestResult(status);
    int actors = scenario.actors().size();
    result.setConfig(
        new TestConfig(
            OPTIONS,
            TestList.getInfo(RaceResults.testName(scenario)),
            0,
            List.of(jvmArgs),
            CompileMode.UNIFIED,
            new SchedulingClass(AffinityMode.NONE, actors, NodeType.PACKAGE)));
    return result;
  }

  /** Writes a blob as jcstress does. */
  static Path blob(Path folder, List<TestResult> results) {
    Path blob = folder.resolve("jcstress-results-2026-01-01-00-00-00.bin.gz");
    try {
      DiskWriteCollector writer = new DiskWriteCollector(blob.toString());
      results.forEach(writer::add);
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blob;
  }

  /** Parsing would measure how many CPUs are busy, which takes seconds. */
  private static final class UnparsedOptions extends Options {
    UnparsedOptions() {
      super(new String[0]);
    }

    @Override
    public SpinLoopStyle getSpinStyle() {
      return SpinLoopStyle.THREAD_SPIN_WAIT;
    }
  }
}
