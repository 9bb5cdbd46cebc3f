package org.ptstress.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of this module, and what it must know nothing of. */
@AnalyzeClasses(packages = "org.ptstress.bench", importOptions = DoNotIncludeTests.class)
class BenchArchitectureTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("fork")
          .definedBy("org.ptstress.bench.fork")
          .layer("latency")
          .definedBy("org.ptstress.bench.latency")
          .layer("plan")
          .definedBy("org.ptstress.bench.plan")
          .layer("benchmark")
          .definedBy("org.ptstress.bench.benchmark..")
          .layer("table")
          .definedBy("org.ptstress.bench.table")
          .layer("peer")
          .definedBy("org.ptstress.bench.peer")
          .layer("host")
          .definedBy("org.ptstress.bench.host")
          .layer("jvm")
          .definedBy("org.ptstress.bench.jvm")
          .whereLayer("fork")
          .mayOnlyAccessLayers("plan", "benchmark", "table", "host", "jvm")
          .whereLayer("latency")
          .mayOnlyAccessLayers("table", "host", "jvm")
          .whereLayer("plan")
          .mayOnlyAccessLayers("benchmark")
          .whereLayer("benchmark")
          .mayOnlyAccessLayers("table")
          .whereLayer("host")
          .mayOnlyAccessLayers("jvm")
          .whereLayer("table")
          .mayNotAccessAnyLayer()
          .whereLayer("peer")
          .mayNotAccessAnyLayer()
          .whereLayer("jvm")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_LAYER =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(
              "org.ptstress.bench.fork",
              "org.ptstress.bench.latency",
              "org.ptstress.bench.plan",
              "org.ptstress.bench.benchmark..",
              "org.ptstress.bench.table",
              "org.ptstress.bench.peer",
              "org.ptstress.bench.host",
              "org.ptstress.bench.jvm");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.bench.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_RACES_AND_REPORTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ptstress.stress..",
              "org.ptstress.reports..",
              "org.openjdk.jcstress..",
              "org.jetbrains..",
              "picocli..",
              "gg.jte..");

  @ArchTest
  static final ArchRule ONLY_FORKS_AND_BENCHMARKS_KNOW_JMH =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ptstress.bench.fork", "org.ptstress.bench.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jmh..");
}
