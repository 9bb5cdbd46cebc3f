package org.ptstress.stress.cost;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.shape.CopyOnWrite;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.lock.Parks;
import org.ptstress.stress.outside.search.Circles;
import org.ptstress.stress.outside.search.StartsOver;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.wild.Pair;

/** Which searches are bounded, by the steps that somebody else counts. */
class SiegeTest {
  /** Designs that are right but for what they are named by. */
  private static List<Design> outside() {
    List<Design> designs =
        new ArrayList<>(
            List.of(
                new Honest(),
                new CopyOnWrite(),
                new Parks(),
                new Circles(),
                new Circles.TwoRounds(),
                new StartsOver(),
                new StartsOver.IfOneWasFree(),
                new StartsOver.CountsFirst()));
    // They undo something after a try in vain, or wait.
    Pair.ALL.stream()
        .filter(pair -> Set.of(1, 3, 13, 14).contains(pair.number()))
        .forEach(pair -> designs.add(pair.cured()));
    return designs;
  }

  /** Faults of other searches, and whether they go on for as long as others make them. */
  private static final Map<String, Boolean> FAULTS =
      Map.of(
          "OneTryLong", true,
          "StaleScanStart", true,
          "OneTryShort", false,
          "CounterMovedLate", false,
          "BucketBeforeLock", false,
          "NoSecondLook", false,
          "NotValidBitNotMasked", false,
          "AddedAfterUnlock", false,
          "FullAfterFewTries", false);

  @TempDir private Path temp;

  @Test
  void unboundedSearchesAreToldFromBoundedOnes() throws IOException, InterruptedException {
    List<String> names = new ArrayList<>(FAULTS.keySet());
    List<Design> designs = new ArrayList<>(Designs.all());
    designs.addAll(outside());
    designs.forEach(design -> names.add(design.name()));
    names.add(names.get(0));
    Map<String, SearchSteps> steps = steps(names);
    Map<String, Boolean> broken = new HashMap<>(FAULTS);
    designs.forEach(
        design ->
            broken.put(
                design.name(),
                design.promises().on(Claim.BOUNDED_SEARCH).expectation().isBroken()));
    broken.put("Circles", true);
    broken.put("TwoRounds", true);
    broken.put("StartsOver", true);
    broken.put("IfOneWasFree", true);
    broken.forEach(
        (name, expected) -> {
          SearchSteps of = requireNonNull(steps.get(name));
          assertThat(of.problem()).as(name).isEmpty();
          assertThat(of.exceedsBound()).as(name + ": " + of.text()).isEqualTo(expected);
        });

    assertThat(requireNonNull(steps.get("RcuHash")).text())
        .isEqualTo(
            "135, 192 and 306 steps beside an adversary of one, two and four rounds,"
                + " 78 alone; at most 96 if one of 4 ids is free");
    assertThat(requireNonNull(steps.get("BucketLockHash")).text())
        .startsWith("70, 70 and 70 steps ")
        .contains("70 alone; at most 95 if one");
  }

  private Map<String, SearchSteps> steps(List<String> designs)
      throws IOException, InterruptedException {
    Path engine = Files.createDirectories(temp.resolve("work"));
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    List<String> jvmArgs = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    jvmArgs.addAll(
        EngineJar.jvmArgs(
            temp,
            engine,
            List.of(
                Honest.class.getPackageName(),
                CopyOnWrite.class.getPackageName(),
                Pair.class.getPackageName()),
            false));
    Map<String, SearchSteps> steps = new HashMap<>();
    new ChildJvm(
            temp,
            temp.resolve("siege.log"),
            Duration.ofSeconds(60),
            ClassPaths.with(temp, outside().toArray(Design[]::new)),
            jvmArgs,
            SiegeMain.class.getName(),
            designs)
        .run(
            message -> {
              SearchSteps again = message.as(SearchSteps.class);
              assertThat(steps.getOrDefault(message.label(), again)).isEqualTo(again);
              steps.put(message.label(), again);
              return Message.Effect.PROGRESS;
            });
    assertThat(steps).as(Files.readString(temp.resolve("siege.log"))).containsOnlyKeys(designs);
    return steps;
  }
}
