package org.ptstress.run;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a run is does not depend on which tool produced it. */
@AnalyzeClasses(packages = "org.ptstress.run", importOptions = ImportOption.DoNotIncludeTests.class)
class RunArchitectureTest {
  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ptstress.run.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_OF_NO_TOOL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ptstress.stress..",
              "org.ptstress.bench..",
              "org.ptstress.reports..",
              "org.openjdk..",
              "org.jetbrains.lincheck..");
}
