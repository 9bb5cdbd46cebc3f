package org.ptstress.wild;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A hash table of chains of timers. */
abstract class ChainTable extends OneWriterTable {
  private volatile HashHead[] heads;

  ChainTable(TableConfig config) {
    super(config);
    this.heads = HashHead.array(config.buckets());
  }

  final HashHead[] heads() {
    return heads;
  }

  final void setHeads(HashHead[] changed) {
    heads = changed;
  }

  final HashHead head(HashHead[] of, long owner, int id) {
    return of[Key.hash(owner, id) & (of.length - 1)];
  }

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    HashHead head = head(heads, owner.address(), id);
    if (walk(head, owner, id) != null) {
      return false;
    }
    identify(owner, timer, id);
    head.addHeadRcu(timer);
    return true;
  }

  @Override
  protected void unhash(Process owner, KTimer timer) {
    timer.unlinkRcu();
  }

  @Override
  protected @Nullable KTimer lookup(Process owner, int id) {
    return walk(head(heads, owner.address(), id), owner, id);
  }

  final @Nullable KTimer walk(HashHead head, Process owner, int id) {
    int steps = 0;
    for (HashNode node = head.firstRcu(); node != null; node = node.nextRcu()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      if (matches((KTimer) node, owner, id)) {
        return (KTimer) node;
      }
    }
    return null;
  }

  boolean matches(KTimer timer, Process owner, int id) {
    return Key.has(timer, owner, id);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    for (HashHead head : heads) {
      int steps = 0;
      for (HashNode node = head.first(); node != null; node = node.next()) {
        if (Checked.ON && Checked.endsWalk(node, ++steps)) {
          break;
        }
        action.accept((KTimer) node);
      }
    }
  }
}
