package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One node in two chains, which is what the RFC does when its counter stands at -2. The chains must
 * get damaged exactly as a kernel's.
 */
class DoubleInsertionTest {
  private final HashHead chainA = new HashHead();
  private final HashHead chainB = new HashHead();
  private final TestNode a2 = new TestNode("A2");

  @BeforeEach
  void addOneNodeToBoth() {
    chainA.addHead(new TestNode("A0"));
    chainA.addHead(new TestNode("A1"));
    chainA.addHead(a2);
    chainB.addHead(new TestNode("B0"));
    chainB.addHead(new TestNode("B1"));
    assertThat(TestNode.names(chainA)).containsExactly("A2", "A1", "A0");
    assertThat(TestNode.names(chainB)).containsExactly("B1", "B0");

    TestNode bad = new TestNode("BAD");
    chainA.addHead(bad);
    chainB.addHead(bad);
  }

  @Test
  void theFirstChainLosesItsNodes() {
    assertThat(TestNode.names(chainA)).containsExactly("BAD", "B1", "B0");
    assertThat(TestNode.names(chainB)).containsExactly("BAD", "B1", "B0");
  }

  @Test
  void unlinkingALostNodeBringsTheFirstChainBackAndLosesTheSecond() {
    a2.unlink();
    assertThat(TestNode.names(chainA)).containsExactly("BAD", "A1", "A0");
    assertThat(TestNode.names(chainB)).containsExactly("BAD", "A1", "A0");
    assertThat(a2.reports).isEmpty();
  }
}
