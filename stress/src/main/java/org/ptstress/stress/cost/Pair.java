package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.spec.Commutativity;
import org.ptstress.model.spec.Commutativity.Act;
import org.ptstress.model.spec.Commutativity.Op;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Relation;

/** Two operations of two threads, and what they have in common. */
record Pair(Operation first, Operation second, Relation relation) {
  /** An id that is free in the specification's table. */
  private static final int FREE_ID = 100;

  /** Every pair that there is. */
  static List<Pair> all(boolean exactIds) {
    List<Pair> pairs = new ArrayList<>();
    for (Operation first : Operation.values()) {
      for (Operation second : Operation.values()) {
        for (Relation relation : Relation.values()) {
          Pair pair = new Pair(first, second, relation);
          if (first.compareTo(second) <= 0 && pair.exists(exactIds)) {
            pairs.add(pair);
          }
        }
      }
    }
    return pairs;
  }

  private boolean exists(boolean exactIds) {
    if (has(Operation.MISS) || (has(Operation.CREATE_AT) && !exactIds)) {
      return false;
    }
    return switch (relation) {
      case SAME_TIMER -> first.needsTimer() && second.needsTimer();
      // Restore mode belongs to the whole process, and a process ends once.
      case SAME_PROCESS ->
          first != Operation.EXIT && !(has(Operation.CREATE) && has(Operation.CREATE_AT));
      case OTHER_PROCESS -> true;
    };
  }

  boolean has(Operation operation) {
    return first == operation || second == operation;
  }

  /** Whether the pair commutes in the specification. */
  boolean commutes(IdPolicy policy) {
    int process = relation == Relation.OTHER_PROCESS ? 1 : 0;
    int timer = relation == Relation.SAME_TIMER ? 0 : 1;
    return Commutativity.commute(policy, op(first, 0, 0), op(second, process, timer));
  }

  private static Op op(Operation operation, int process, int timer) {
    Act act =
        switch (operation) {
          case FIND, MISS -> Act.FIND;
          case GETTIME -> Act.GETTIME;
          case SETTIME -> Act.SETTIME;
          case CREATE -> Act.CREATE;
          case DELETE -> Act.DELETE;
          case CREATE_AT -> Act.CREATE_AT;
          case EXIT -> Act.EXIT;
        };
    return new Op(act, process, operation == Operation.CREATE_AT ? FREE_ID + timer : timer);
  }
}
