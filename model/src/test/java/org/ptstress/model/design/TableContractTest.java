package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/** The life of a timer in a table, step by step, without the system calls. */
@ParameterizedClass
@MethodSource("org.ptstress.model.support.Contracts#designsAndLocks")
class TableContractTest {
  private final TimerTable table;
  private final Process process;
  private final TimerSlab slab;

  TableContractTest(Design design, LockKind locks) {
    TableConfig config = TableConfig.narrow(6).withLocks(locks);
    Rcu rcu = ReclamationKind.COLLECTOR.newRcu();
    this.table = design.newTable(config, rcu);
    this.process = new Process(0xffff888012345680L, 100, locks);
    this.slab = new TimerSlab(locks, ReclamationKind.COLLECTOR, rcu);
  }

  @Test
  void anInsertedTimerHasItsIdAndCannotBeFound() {
    KTimer timer = insert();
    assertThat(timer.id()).isZero();
    assertThat(table.find(process, 0)).isNull();
    assertThat(hashed()).containsExactly(timer);
    assertThat(ofProcess()).isEmpty();
  }

  @Test
  void aPublishedTimerIsFoundAndItsOwners() {
    KTimer timer = publish();
    assertThat(timer.signal()).isEqualTo(process.address());
    assertThat(table.find(process, 0)).isSameAs(timer);
    assertThat(ofProcess()).containsExactly(timer);
  }

  @Test
  void anInvalidatedTimerIsHashedAndCannotBeFound() {
    KTimer timer = publish();
    invalidate(timer);
    assertThat(timer.signal()).isNotEqualTo(process.address());
    assertThat(table.find(process, 0)).isNull();
    assertThat(hashed()).containsExactly(timer);
    assertThat(ofProcess()).isEmpty();
  }

  @Test
  void aRemovedTimerIsGone() {
    KTimer timer = publish();
    invalidate(timer);
    table.remove(process, timer);
    assertThat(hashed()).isEmpty();
    assertThat(table.find(process, 0)).isNull();
  }

  @Test
  void aTimerCanBeRemovedBeforeItIsPublished() {
    KTimer first = insert();
    KTimer second = insert();
    table.remove(process, first);
    assertThat(hashed()).containsExactly(second);
    table.publish(process, second);
    assertThat(table.find(process, second.id())).isSameAs(second);
  }

  @Test
  void anotherProcessDoesNotFindIt() {
    publish();
    Process other = new Process(0xffff888012345a80L, 100, LockKind.TICKET);
    assertThat(table.find(other, 0)).isNull();
  }

  private KTimer insert() {
    KTimer timer = slab.allocate();
    assertThat(table.insert(process, timer)).isNotNegative();
    timer.initialise(ClockId.MONOTONIC, 1);
    return timer;
  }

  private KTimer publish() {
    KTimer timer = insert();
    table.publish(process, timer);
    return timer;
  }

  private void invalidate(KTimer timer) {
    timer.lock().lock();
    table.invalidate(process, timer);
    timer.lock().unlock();
  }

  private List<KTimer> ofProcess() {
    List<KTimer> timers = new ArrayList<>();
    table.forEachOf(process, timers::add);
    return timers;
  }

  private List<KTimer> hashed() {
    List<KTimer> timers = new ArrayList<>();
    table.forEach(timers::add);
    return timers;
  }
}
