package org.ptstress.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
          .resideInAnyPackage("..page..", "..chart..", "..projection..", "..gate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ptstress.stress..", "org.ptstress.bench..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.reports.(*)..").should().beFreeOfCycles();
}
