package org.ptstress.stress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of this module, and what it must know nothing of. */
@AnalyzeClasses(packages = "org.ptstress.stress", importOptions = DoNotIncludeTests.class)
class StressArchitectureTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("stress")
          .definedBy("org.ptstress.stress")
          .layer("fault")
          .definedBy("org.ptstress.stress.fault")
          .layer("verdict")
          .definedBy("org.ptstress.stress.verdict")
          .layer("race")
          .definedBy("org.ptstress.stress.race")
          .layer("race.test")
          .definedBy("org.ptstress.stress.race.test")
          .layer("interleaving")
          .definedBy("org.ptstress.stress.interleaving")
          .layer("check")
          .definedBy("org.ptstress.stress.check")
          .layer("scenario")
          .definedBy("org.ptstress.stress.scenario")
          .layer("cost")
          .definedBy("org.ptstress.stress.cost")
          .layer("record")
          .definedBy("org.ptstress.stress.engine.record")
          .layer("engine")
          .definedBy("org.ptstress.stress.engine")
          .layer("exploration")
          .definedBy("org.ptstress.stress.exploration")
          .layer("order")
          .definedBy("org.ptstress.stress.order")
          .layer("kernel")
          .definedBy("org.ptstress.stress.kernel")
          .layer("reproduce")
          .definedBy("org.ptstress.stress.reproduce")
          .layer("explore")
          .definedBy("org.ptstress.stress.engine.explore")
          .layer("choice")
          .definedBy("org.ptstress.stress.engine.choice")
          .layer("litmus")
          .definedBy("org.ptstress.stress.engine.litmus")
          .layer("hook")
          .definedBy("org.ptstress.stress.engine.hook")
          .whereLayer("cost")
          .mayOnlyAccessLayers("record", "engine", "hook")
          .whereLayer("record")
          .mayOnlyAccessLayers("engine", "hook")
          .whereLayer("exploration")
          .mayOnlyAccessLayers(
              "scenario", "engine", "explore", "choice", "litmus", "record", "hook")
          .whereLayer("kernel")
          .mayOnlyAccessLayers("scenario")
          .whereLayer("reproduce")
          .mayOnlyAccessLayers(
              "stress", "exploration", "kernel", "scenario", "engine", "explore", "record")
          .whereLayer("order")
          .mayOnlyAccessLayers("exploration", "scenario", "engine", "explore", "choice")
          .whereLayer("explore")
          .mayOnlyAccessLayers("choice", "record", "hook")
          .whereLayer("choice")
          .mayNotAccessAnyLayer()
          .whereLayer("litmus")
          .mayOnlyAccessLayers("explore")
          .whereLayer("engine")
          .mayOnlyAccessLayers("hook")
          .whereLayer("hook")
          .mayNotAccessAnyLayer()
          .whereLayer("scenario")
          .mayNotAccessAnyLayer()
          .whereLayer("check")
          .mayOnlyAccessLayers("scenario")
          .whereLayer("interleaving")
          .mayOnlyAccessLayers("scenario")
          .whereLayer("race")
          .mayOnlyAccessLayers("scenario")
          .whereLayer("race.test")
          .mayOnlyAccessLayers("race", "scenario")
          .whereLayer("fault")
          .mayOnlyAccessLayers("check", "cost", "exploration", "interleaving", "race", "scenario")
          .whereLayer("verdict")
          .mayOnlyAccessLayers("check");

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_LAYER =
      classes()
          .should()
          .resideInAnyPackage(
              "org.ptstress.stress",
              "org.ptstress.stress.fault",
              "org.ptstress.stress.verdict",
              "org.ptstress.stress.race..",
              "org.ptstress.stress.interleaving",
              "org.ptstress.stress.check",
              "org.ptstress.stress.scenario",
              "org.ptstress.stress.cost",
              "org.ptstress.stress.exploration",
              "org.ptstress.stress.order",
              "org.ptstress.stress.kernel",
              "org.ptstress.stress.reproduce",
              "org.ptstress.stress.engine..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_BENCHMARKS_AND_REPORTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.openjdk.jmh..",
              "org.ptstress.bench..",
              "org.ptstress.reports..",
              "org.HdrHistogram..",
              "picocli..",
              "gg.jte..");

  @ArchTest
  static final ArchRule ONLY_RACES_KNOW_JCSTRESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ptstress.stress.race..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jcstress..");

  @ArchTest
  static final ArchRule ONLY_SEARCHES_KNOW_LINCHECK =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ptstress.stress.interleaving")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jetbrains..");

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_DESIGN =
      noClasses()
          .that()
          .resideInAPackage("org.ptstress.stress.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ptstress.model..", "org.ptstress.run..");

  /** It is on the boot class path. */
  @ArchTest
  static final ArchRule THE_HOOK_KNOWS_ONLY_THE_JDK =
      noClasses()
          .that()
          .resideInAPackage("org.ptstress.stress.engine.hook")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "org.ptstress.stress.engine.hook", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_ONE_DESIGN =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.ptstress.model.design..");
}
