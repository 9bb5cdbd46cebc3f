package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckedTest {
  private final TestNode node = new TestNode("node");

  @Test
  void testsRunInCheckedMode() {
    assertThat(Checked.ON).isTrue();
  }

  @Test
  void aSoundStepGoesOn() {
    assertThat(Checked.endsWalk(node, 1)).isFalse();
    assertThat(node.reports).isEmpty();
  }

  @Test
  void aFreedNodeIsReportedAndTheWalkGoesOn() {
    node.free();
    assertThat(Checked.endsWalk(node, 1)).isFalse();
    assertThat(node.reports).containsExactly(Corruption.USE_AFTER_FREE);
  }

  @Test
  void aCycleEndsTheWalk() {
    HashHead head = new HashHead();
    head.addHead(node);
    head.addHead(node);
    int steps = 0;
    HashNode position = head.first();
    while (position != null && !Checked.endsWalk(position, ++steps)) {
      position = position.next();
    }
    assertThat(node.reports).containsExactly(Corruption.ENDLESS_CHAIN);
    assertThat(steps).isEqualTo(21);
  }

  /** As of a walk that other threads keep from its end. */
  @Test
  void manyStepsOverAChainWithAnEndAreNoProof() {
    HashHead head = new HashHead();
    head.addHead(new TestNode("tail"));
    head.addHead(node);
    assertThat(Checked.endsWalk(node, 1_000_000)).isFalse();
    assertThat(node.reports).isEmpty();
  }
}
