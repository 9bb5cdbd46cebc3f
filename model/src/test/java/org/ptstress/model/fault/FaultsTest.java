package org.ptstress.model.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.TableConfig;
import org.ptstress.model.support.Machine;

class FaultsTest {
  static List<Fault> faults() {
    return Faults.all();
  }

  @Test
  void namesAreUniqueAndNoDesignHasOne() {
    assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
    assertThat(Faults.all())
        .extracting(Fault::name)
        .doesNotContainAnyElementsOf(Designs.all().stream().map(Design::name).toList());
    assertThat(Faults.all()).hasSizeGreaterThanOrEqualTo(28);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsOneSentenceInAGoodDesignAndFoundByItsName(Fault fault) {
    assertThat(fault.summary()).matches("[A-Z].*\\.");
    assertThat(Faults.subject(fault.name())).isSameAs(fault);
    assertThat(fault.base().promises().all())
        .filteredOn(promise -> promise.claim() == fault.claim())
        .singleElement()
        .satisfies(
            promise -> assertThat(promise.expectation()).isNotEqualTo(Expectation.DOES_NOT_APPLY));
  }

  /** A fault that breaks everything would prove nothing. */
  @ParameterizedTest
  @MethodSource("faults")
  void aFaultyTableStillCreatesAndFindsATimer(Fault fault) {
    Machine machine = new Machine(fault, TableConfig.narrow(8));
    var process = machine.newProcess();
    int id = machine.create(process, 7);
    assertThat(id).isZero();
    assertThat(machine.read(process, id).sigevValue()).isEqualTo(7);
  }

  @Test
  void faultsInOneDesignShareItsEntry() {
    long names = Faults.all().stream().map(fault -> fault.base().name()).distinct().count();
    assertThat(Faults.all().stream().map(Fault::base).distinct()).hasSize((int) names);
  }

  @Test
  void aSubjectIsADesignOrAFaultAndNothingElse() {
    assertThat(Faults.subject("GlobalIdr").name()).isEqualTo("GlobalIdr");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Faults.subject("NoSuchThing"))
        .withMessageContaining("\"NoSuchThing\"");
  }
}
