package org.ptstress.stress.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.engine.subject.Recorded;
import org.ptstress.stress.engine.subject.Subject;

/** Each kind of access does what it does without the engine, and is recorded. */
class RecorderTest {
  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> everyAccessIsPerformedAndRecorded() throws IOException, InterruptedException {
    Map<String, SubjectMain.Result> results = new TreeMap<>();
    // A name that the JVM would misread in the path of an agent.
    Path folder = Files.createDirectories(temp.resolve("a=b, c d"));
    Path engine = folder.resolve("work");
    Path log = folder.resolve("subject.log");
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    ChildJvm child =
        new ChildJvm(
            folder,
            log,
            Duration.ofSeconds(60),
            ChildJvm.classPath(),
            EngineJar.jvmArgs(folder, engine, List.of(Subject.class.getPackageName()), true),
            SubjectMain.class.getName(),
            List.of());
    child.run(
        message -> {
          results.put(message.label(), message.as(SubjectMain.Result.class));
          return Message.Effect.PROGRESS;
        });
    long methods =
        Arrays.stream(Subject.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Recorded.class))
            .count();
    assertThat(results).as(Files.readString(log)).hasSize((int) methods);
    return results.entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> require(each.getValue())));
  }

  private static void require(SubjectMain.Result result) {
    assertThat(result.result()).isEqualTo(result.plain());
    assertThat(result.record()).isEqualTo(result.expected());
    assertThat(result.missed()).isEmpty();
  }
}
