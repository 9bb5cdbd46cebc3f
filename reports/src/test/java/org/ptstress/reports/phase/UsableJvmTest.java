package org.ptstress.reports.phase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsableJvmTest {
  private static final HotSpotDiagnosticMXBean OPTIONS =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

  @ParameterizedTest
  @ValueSource(strings = {"Eclipse OpenJ9 VM", "IBM J9 VM", "Substrate VM"})
  void anotherJvmIsNamed(String name) {
    assertThatThrownBy(() -> UsableJvm.requireHotSpot(name, OPTIONS))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("This JVM is " + name, "HotSpot", "JAVA_HOME");
  }

  @Test
  void aJvmWithoutOptionsOfHotSpotIsNoHotSpot() {
    assertThatThrownBy(() -> UsableJvm.requireHotSpot("Some Server VM", null))
        .isInstanceOf(UserException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenJDK 64-Bit Server VM",
        "Java HotSpot(TM) 64-Bit Server VM",
        "OpenJDK 64-Bit Zero VM",
        "OpenJDK Client VM"
      })
  void hotSpotIsTaken(String name) {
    assertThatCode(() -> UsableJvm.requireHotSpot(name, OPTIONS)).doesNotThrowAnyException();
  }
}
