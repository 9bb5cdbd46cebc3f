package org.ptstress.stress.interleaving;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ptstress.model.Claim;
import org.ptstress.model.kernel.Errno;

/**
 * The claims broken by results that are not linearizable: those that no serial order explains, even
 * for an allocator that may choose any free id. Claims about which id comes next are not decided
 * here.
 */
final class IdBlame {
  /**
   * A call of a search.
   *
   * @param takes whether it takes an id, or gives one back
   * @param result what it returned
   */
  record IdCall(boolean takes, int result) {}

  private final int ids;

  IdBlame(int ids) {
    this.ids = ids;
  }

  /**
   * The broken claims.
   *
   * @param before the calls before the threads start
   * @param threads the calls of two threads
   */
  Set<Claim> claims(List<IdCall> before, List<List<IdCall>> threads) {
    List<List<IdCall>> orders = new ArrayList<>();
    merge(before, threads.get(0), threads.get(1), orders);
    if (anyCall(before, threads, call -> call.result() == IdTable.THREW)) {
      return EnumSet.of(Claim.CALLS_END);
    }
    if (orders.stream().noneMatch(order -> isExplained(order, false))) {
      return EnumSet.of(Claim.UNIQUE_IDS);
    }
    if (orders.stream().noneMatch(order -> isExplained(order, true))) {
      return EnumSet.of(Claim.EAGAIN_ONLY_WHEN_FULL);
    }
    return EnumSet.noneOf(Claim.class);
  }

  private static boolean anyCall(
      List<IdCall> before, List<List<IdCall>> threads, Predicate<IdCall> condition) {
    return before.stream().anyMatch(condition)
        || threads.stream().flatMap(List::stream).anyMatch(condition);
  }

  /** Collects all interleavings of the calls of two threads after a prefix. */
  private static void merge(
      List<IdCall> done, List<IdCall> one, List<IdCall> other, List<List<IdCall>> orders) {
    if (one.isEmpty() && other.isEmpty()) {
      orders.add(done);
    }
    if (!one.isEmpty()) {
      merge(with(done, one.get(0)), one.subList(1, one.size()), other, orders);
    }
    if (!other.isEmpty()) {
      merge(with(done, other.get(0)), one, other.subList(1, other.size()), orders);
    }
  }

  private static List<IdCall> with(List<IdCall> calls, IdCall next) {
    List<IdCall> more = new ArrayList<>(calls);
    more.add(next);
    return more;
  }

  private boolean isExplained(List<IdCall> order, boolean refusalsToo) {
    Set<Integer> taken = new HashSet<>();
    for (IdCall call : order) {
      if (!call.takes()) {
        taken.remove(call.result());
      } else if (call.result() == -Errno.EAGAIN) {
        if (refusalsToo && taken.size() < ids) {
          return false;
        }
      } else if (!taken.add(call.result())) {
        return false;
      }
    }
    return true;
  }
}
