package org.ptstress.reports.page.verdict;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.FLAT_LOOKUP;
import static org.ptstress.model.Claim.NO_DANGLING_TIMER;
import static org.ptstress.model.Claim.OWNER_ISOLATION;
import static org.ptstress.model.Claim.RESTORABLE_IDS;
import static org.ptstress.model.Claim.SCALABLE_FIND;
import static org.ptstress.model.Claim.SEQUENTIAL_IDS;
import static org.ptstress.model.Claim.VALID_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;
import static org.ptstress.model.Claim.WRAP_AS_DESCRIBED;

import java.util.List;
import org.ptstress.reports.page.verdict.DemandView.Group;

/**
 * What was said of the RFC in October 2012, with the decision on each and the figures behind it.
 */
public final class Demands {
  private static final String DUMAZET = "Eric Dumazet";
  private static final String GLEIXNER = "Thomas Gleixner";
  private static final String NAMESPACES = "NamespaceIdr";

  private Demands() {}

  public static List<DemandView> of(
      ReviewerFigures figures, CountedFigures counted, MatrixView matrix) {
    Decisions decisions = new Decisions(figures, counted, matrix);
    return List.of(
        quote(
            DUMAZET,
            "you removed idr, rcu friendly",
            "Does a find complete while a writer is stalled?",
            decisions.verdict(DUMAZET, "Lookups under RCU", FIND_WITHOUT_LOCK),
            figures.verdicts(FIND_WITHOUT_LOCK)),
        quote(
            DUMAZET,
            "protected by a _single_ spinlock",
            "What do lookups share that one of them writes, and what do more readers add?",
            decisions.counted(
                DUMAZET,
                "No single spinlock around every lookup",
                counted.sharedByFinds(),
                figures.findScaling()),
            counted.sharedByFinds(),
            figures.findScaling()),
        quote(
            DUMAZET,
            "reinstated a fixed size hash table",
            "Does a find cost more when there are more timers?",
            decisions.counted(
                DUMAZET, "No hash table of a fixed size", counted.growth(), figures.growth()),
            counted.growth(),
            figures.growth(),
            figures.rfcVerdict(FLAT_LOOKUP)),
        quote(
            DUMAZET,
            "keep performance as good as before",
            "Does a find cost more than in the design that was to be replaced?",
            decisions.asGoodAsBefore(DUMAZET, "As good as before"),
            figures.verdicts(AS_GOOD_AS_BEFORE),
            figures.worstAgainstYardstick()),
        quote(
            GLEIXNER,
            "This is not going to fly. You just reintroduced a massive scalability problem.",
            "How much is left of the old throughput when all CPUs look up timers?",
            decisions.verdict(GLEIXNER, "No massive scalability problem", SCALABLE_FIND),
            figures.topAgainstYardstick()),
        paraphrase(
            GLEIXNER,
            "POSIX timers are process wide, not per task.",
            "May two processes have the same id, and does each find only its own?",
            decisions.verdict(GLEIXNER, "Timers belong to a process", OWNER_ISOLATION),
            figures.verdicts(OWNER_ISOLATION)),
        paraphrase(
            GLEIXNER,
            "Processes that share nothing must not wait for each other (again in 2025).",
            "Does a create complete while a writer of another process is stalled?",
            decisions.processes(GLEIXNER, "Processes do not wait for each other"),
            figures.verdicts(CREATE_INDEPENDENT),
            counted.sharedByChanges(),
            figures.createScaling()),
        paraphrase(
            "Peter Zijlstra",
            "Why not namespaces?",
            "Would one table for each namespace do?",
            decisions.design(
                "Peter Zijlstra", "Why not namespaces?", NAMESPACES, List.of(OWNER_ISOLATION)),
            figures.design(NAMESPACES, OWNER_ISOLATION)),
        quote(
            "The RFC itself",
            "If free timer id reaches negative value on timer creation, it will be dropped to zero"
                + " and -EAGAIN returned",
            "What does its code do at the end of the id space?",
            decisions.design(
                "The RFC itself",
                "Ids start again at 0",
                ReviewerFigures.RFC,
                List.of(VALID_IDS, WRAPS_TO_ZERO, NO_DANGLING_TIMER)),
            figures.rfcVerdict(VALID_IDS),
            figures.verdicts(WRAP_AS_DESCRIBED),
            figures.rfcVerdict(WRAPS_TO_ZERO),
            figures.rfcVerdict(NO_DANGLING_TIMER),
            figures.rfcVerdict(CALLS_END)),
        paraphrase(
            "CRIU, for whom it was written",
            "A restored process must get its old ids back.",
            "Can a given id be created, at once or by counting up to it, whatever others hold?",
            decisions.verdict("CRIU", "A process gets its old ids back", EXACT_RESTORE),
            figures.verdicts(RESTORABLE_IDS),
            figures.verdicts(EXACT_RESTORE),
            figures.verdicts(SEQUENTIAL_IDS)));
  }

  private static DemandView quote(
      String who, String words, String question, DecisionView decision, Group... groups) {
    return new DemandView(who, words, true, question, decision, List.of(groups));
  }

  private static DemandView paraphrase(
      String who, String words, String question, DecisionView decision, Group... groups) {
    return new DemandView(who, words, false, question, decision, List.of(groups));
  }
}
