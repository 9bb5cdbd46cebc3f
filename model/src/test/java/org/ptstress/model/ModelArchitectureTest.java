package org.ptstress.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The arrows between the packages of this module, and what it must know nothing of. */
@AnalyzeClasses(packages = "org.ptstress.model", importOptions = DoNotIncludeTests.class)
class ModelArchitectureTest {
  private static final Set<String> SEEDED =
      Set.of(
          "RfcAsDescribed",
          "BoundedScanHash",
          "PrecheckHash",
          "BucketLockHash",
          "SelfHashingSlots");

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("kernel")
          .definedBy("org.ptstress.model.kernel")
          .layer("timer")
          .definedBy("org.ptstress.model.timer")
          .layer("model")
          .definedBy("org.ptstress.model")
          .layer("syscall")
          .definedBy("org.ptstress.model.syscall")
          .layer("design")
          .definedBy("org.ptstress.model.design")
          .layer("fault")
          .definedBy("org.ptstress.model.fault")
          .layer("spec")
          .definedBy("org.ptstress.model.spec")
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("timer")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("model")
          .mayOnlyAccessLayers("kernel", "timer")
          .whereLayer("syscall")
          .mayOnlyAccessLayers("kernel", "timer", "model")
          .whereLayer("design")
          .mayOnlyAccessLayers("kernel", "timer", "model")
          .whereLayer("fault")
          .mayOnlyAccessLayers("kernel", "timer", "model", "design")
          .whereLayer("spec")
          .mayOnlyAccessLayers("kernel", "timer", "model", "syscall");

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_LAYER =
      classes()
          .should()
          .resideInAnyPackage(
              "org.ptstress.model",
              "org.ptstress.model.kernel",
              "org.ptstress.model.timer",
              "org.ptstress.model.syscall",
              "org.ptstress.model.design",
              "org.ptstress.model.fault",
              "org.ptstress.model.spec");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_TOOLS_AND_FILES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.openjdk.jcstress..",
              "org.openjdk.jmh..",
              "org.jetbrains..",
              "org.HdrHistogram..",
              "picocli..",
              "com.fasterxml..",
              "gg.jte..",
              "java.nio.file..",
              "java.io..",
              "org.ptstress.stress..",
              "org.ptstress.bench..",
              "org.ptstress.reports..");

  @ArchTest
  static final ArchRule DESIGNS_AND_TABLES_ARE_FINAL =
      classes()
          .that()
          .areAssignableTo(TimerTable.class)
          .or()
          .areAssignableTo(Design.class)
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and(DescribedPredicate.not(seededWithFaults()))
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule DESIGNS_STAY_HIDDEN_BEHIND_THE_CATALOGUE =
      classes()
          .that()
          .resideInAPackage("org.ptstress.model.design")
          .and()
          .areTopLevelClasses()
          .and(DescribedPredicate.not(seededWithFaults()))
          .should()
          .notBePublic();

  /** The good designs whose steps seeded faults override. */
  private static DescribedPredicate<JavaClass> seededWithFaults() {
    return DescribedPredicate.describe(
        "are seeded with faults", type -> SEEDED.contains(type.getSimpleName()));
  }
}
