package org.ptstress.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The report and the gate read files; only the command line knows who wrote them. */
@AnalyzeClasses(
    packages = "org.ptstress.reports",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ReportsArchitectureTest {
  @ArchTest
  static final ArchRule PAGES_AND_THE_GATE_KNOW_NOTHING_OF_WHO_WROTE_THE_FILES =
      noClasses()
          .that()
          .resideInAnyPackage("..page..", "..chart..", "..projection..", "..gate..", "..pairs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ptstress.stress..", "org.ptstress.bench..");

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.ptstress.reports.cli")
          .layer("jar")
          .definedBy("org.ptstress.reports.jar")
          .layer("phase")
          .definedBy("org.ptstress.reports.phase")
          .layer("page")
          .definedBy("org.ptstress.reports.page..")
          .layer("gate")
          .definedBy("org.ptstress.reports.gate")
          .layer("recheck")
          .definedBy("org.ptstress.reports.recheck")
          .layer("fleet")
          .definedBy("org.ptstress.reports.fleet")
          .layer("measured")
          .definedBy("org.ptstress.reports.measured")
          .layer("projection")
          .definedBy("org.ptstress.reports.projection")
          .layer("pairs")
          .definedBy("org.ptstress.reports.pairs")
          .layer("chart")
          .definedBy("org.ptstress.reports.chart")
          .layer("text")
          .definedBy("org.ptstress.reports.text")
          .layer("verdict")
          .definedBy("org.ptstress.reports.verdict")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("jar")
          .mayOnlyAccessLayers("phase", "gate")
          .whereLayer("phase")
          .mayOnlyAccessLayers("page", "measured", "text")
          .whereLayer("page")
          .mayOnlyAccessLayers("chart", "gate", "pairs", "projection", "verdict")
          .whereLayer("recheck")
          .mayOnlyAccessLayers("phase")
          .whereLayer("fleet")
          .mayOnlyAccessLayers("phase", "measured")
          .whereLayer("gate")
          .mayOnlyAccessLayers("verdict")
          .whereLayer("measured")
          .mayNotAccessAnyLayer()
          .whereLayer("projection")
          .mayNotAccessAnyLayer()
          .whereLayer("pairs")
          .mayNotAccessAnyLayer()
          .whereLayer("text")
          .mayOnlyAccessLayers("pairs", "verdict")
          .whereLayer("verdict")
          .mayNotAccessAnyLayer()
          .whereLayer("chart")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_LAYER =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(
              "org.ptstress.reports.cli",
              "org.ptstress.reports.jar",
              "org.ptstress.reports.phase",
              "org.ptstress.reports.page..",
              "org.ptstress.reports.gate",
              "org.ptstress.reports.recheck",
              "org.ptstress.reports.fleet",
              "org.ptstress.reports.measured",
              "org.ptstress.reports.projection",
              "org.ptstress.reports.pairs",
              "org.ptstress.reports.text",
              "org.ptstress.reports.verdict",
              "org.ptstress.reports.chart");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_AND_THE_DISPLAY_KNOW_THE_TERMINAL =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ptstress.reports.cli", "org.ptstress.reports.phase")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.reports.(*)..").should().beFreeOfCycles();
}
