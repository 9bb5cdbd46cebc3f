package org.ptstress.model.design;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Walks over the chains of a hash table that the designs share. */
final class Chains {
  private Chains() {}

  /**
   * Looks for a published timer in a chain, inside an RCU read section or under the chain's lock;
   * wait-free but for the chain's length.
   */
  static @Nullable KTimer findRcu(HashHead head, long owner, int id) {
    int steps = 0;
    for (HashNode node = head.firstRcu(); node != null; node = node.nextRcu()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      KTimer timer = (KTimer) node;
      if (timer.signalOpaque() == owner && timer.id() == id) {
        return timer;
      }
    }
    return null;
  }

  /**
   * Looks for a timer in a chain whether it is valid or not, inside an RCU read section or under
   * the chain's lock; wait-free but for the chain's length.
   */
  static @Nullable KTimer findHashed(HashHead head, Process owner, int id) {
    int steps = 0;
    for (HashNode node = head.firstRcu(); node != null; node = node.nextRcu()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      KTimer timer = (KTimer) node;
      if ((timer.signalOpaque() & ~KTimer.NOT_VALID) == owner.address() && timer.id() == id) {
        return timer;
      }
    }
    return null;
  }

  /** Visits every node of every chain, while no other thread uses the table. */
  static void forEach(HashHead[] heads, Consumer<? super KTimer> action) {
    for (HashHead head : heads) {
      forEach(head, action);
    }
  }

  private static void forEach(HashHead head, Consumer<? super KTimer> action) {
    int steps = 0;
    for (HashNode node = head.first(); node != null; node = node.next()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      action.accept((KTimer) node);
    }
  }

  /** The length of every chain, while no other thread uses the table. */
  static int[] lengths(HashHead[] heads) {
    int[] lengths = new int[heads.length];
    for (int i = 0; i < heads.length; i++) {
      int bucket = i;
      forEach(heads[i], timer -> lengths[bucket]++);
    }
    return lengths;
  }
}
