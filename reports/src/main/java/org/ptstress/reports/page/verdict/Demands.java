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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.verdict.DemandView.Decision;
import org.ptstress.reports.page.verdict.DemandView.Figure;
import org.ptstress.reports.page.verdict.DemandView.Group;
import org.ptstress.reports.verdict.VerdictClass;

/**
 * The demands of October 2012, with the figures of a run and the answer that they give. An answer
 * is about the RFC's design; in a run without it, about the one that does worst.
 */
public record Demands(ReviewerFigures figures, CountedFigures counted, MatrixView matrix) {
  private static final String DUMAZET = "Eric Dumazet";
  private static final String GLEIXNER = "Thomas Gleixner";
  private static final String NAMESPACES = "NamespaceIdr";

  /** The demands in the order of the page. */
  public List<DemandView> views() {
    return List.of(
        quote(
            DUMAZET,
            "Lookups under RCU",
            "you removed idr, rcu friendly",
            "Does a find complete while a writer is stalled?",
            verdict(FIND_WITHOUT_LOCK),
            figures.verdicts(FIND_WITHOUT_LOCK)),
        quote(
            DUMAZET,
            "No single spinlock around every lookup",
            "protected by a _single_ spinlock",
            "On which locations do lookups conflict, and what do more readers add?",
            counted(counted.sharedByFinds(), figures.findScaling()),
            counted.sharedByFinds(),
            figures.findScaling()),
        quote(
            DUMAZET,
            "No hash table of a fixed size",
            "reinstated a fixed size hash table",
            "Does a find cost more when there are more timers?",
            counted(counted.growth(), figures.growth()),
            counted.growth(),
            figures.growth(),
            figures.rfcVerdict(FLAT_LOOKUP)),
        quote(
            DUMAZET,
            "As good as before",
            "keep performance as good as before",
            "Does a find cost more than in the design that it replaces?",
            asGoodAsBefore(),
            figures.verdicts(AS_GOOD_AS_BEFORE),
            figures.worstAgainstYardstick()),
        quote(
            GLEIXNER,
            "No massive scalability problem",
            "This is not going to fly. You just reintroduced a massive scalability problem.",
            "How much is left of the old throughput when all CPUs look up timers?",
            verdict(SCALABLE_FIND),
            figures.topAgainstYardstick()),
        paraphrase(
            GLEIXNER,
            "Timers belong to a process",
            "POSIX timers are process wide, not per task.",
            "May two processes have the same id, and does each find only its own?",
            verdict(OWNER_ISOLATION),
            figures.verdicts(OWNER_ISOLATION)),
        paraphrase(
            GLEIXNER,
            "Processes do not wait for each other",
            "Processes that share nothing must not wait for each other (again in 2025).",
            "Does a create complete while a writer of another process is stalled?",
            processes(),
            figures.verdicts(CREATE_INDEPENDENT),
            counted.sharedByChanges(),
            figures.createScaling()),
        paraphrase(
            "Peter Zijlstra",
            "Why not namespaces?",
            "Why not namespaces?",
            "Would one table for each namespace do?",
            design(NAMESPACES, List.of(OWNER_ISOLATION)),
            figures.design(NAMESPACES, OWNER_ISOLATION)),
        quote(
            "The RFC itself",
            "Ids start again at 0",
            "If free timer id reaches negative value on timer creation, it will be dropped to zero"
                + " and -EAGAIN returned",
            "What does the RFC's code do at the end of the id space?",
            design(ReviewerFigures.RFC, List.of(VALID_IDS, WRAPS_TO_ZERO, NO_DANGLING_TIMER)),
            figures.rfcVerdict(VALID_IDS),
            figures.verdicts(WRAP_AS_DESCRIBED),
            figures.rfcVerdict(WRAPS_TO_ZERO),
            figures.rfcVerdict(NO_DANGLING_TIMER),
            figures.rfcVerdict(CALLS_END)),
        paraphrase(
            "CRIU",
            "A process gets its old ids back",
            "A restored process must get its old ids back.",
            "Can a given id be created, directly or by counting up to it, whichever"
                + " ids others hold?",
            verdict(EXACT_RESTORE),
            figures.verdicts(RESTORABLE_IDS),
            figures.verdicts(EXACT_RESTORE),
            figures.verdicts(SEQUENTIAL_IDS)));
  }

  private static DemandView quote(
      String who,
      String demand,
      String words,
      String question,
      Decision decision,
      Group... groups) {
    return new DemandView(who, demand, words, true, question, decision, List.of(groups));
  }

  private static DemandView paraphrase(
      String who,
      String demand,
      String words,
      String question,
      Decision decision,
      Group... groups) {
    return new DemandView(who, demand, words, false, question, decision, List.of(groups));
  }

  private static Decision ratio(Group group) {
    Optional<Figure> decisive =
        figure(group, ReviewerFigures.RFC)
            .or(() -> group.figures().stream().min(Comparator.comparingDouble(Figure::ratio)));
    if (decisive.isEmpty()) {
      return Decision.missing(Format.inSentence(group.label()) + ".");
    }
    String subject = decisive.get().design();
    String others =
        Stream.of(figure(group, Designs.YARDSTICK), best(group))
            .flatMap(Optional::stream)
            .filter(other -> !other.design().equals(subject))
            .distinct()
            .map(other -> value(other) + " for " + other.design())
            .collect(Collectors.joining(" and "));
    return new Decision(
        decisive.get().value(),
        "%s: %s for %s%s."
            .formatted(
                group.label(),
                value(decisive.get()),
                subject,
                others.isEmpty() ? "" : ", against " + others),
        decisive.get().cssClass(),
        "#throughput");
  }

  Decision asGoodAsBefore() {
    Decision counted = verdict(AS_GOOD_AS_BEFORE);
    List<String> answers = new ArrayList<>(List.of(counted.answer()));
    answers.addAll(figures.disagreements());
    return new Decision(
        counted.figure(), String.join(" ", answers), counted.cssClass(), counted.href());
  }

  Decision processes() {
    Group exact = counted.sharedByChanges();
    return exact.figures().isEmpty()
        ? verdict(CREATE_INDEPENDENT)
        : counted(exact, figures.createScaling());
  }

  /** The exact figure with the measured one behind it, or the measured one alone. */
  Decision counted(Group exact, Group measured) {
    Decision counted = ratio(exact);
    Decision timed = ratio(measured);
    if (exact.figures().isEmpty()) {
      return timed;
    }
    String behind =
        measured.figures().isEmpty() ? "" : " Measured: " + Format.inSentence(timed.answer());
    return new Decision(
        counted.figure(), counted.answer() + behind, counted.cssClass(), decisiveHref(exact));
  }

  private static String decisiveHref(Group exact) {
    return figure(exact, ReviewerFigures.RFC).orElse(exact.figures().get(0)).href();
  }

  private static Optional<Figure> figure(Group group, String design) {
    return group.figures().stream().filter(figure -> figure.design().equals(design)).findFirst();
  }

  private static String value(Figure figure) {
    return figure.note().isEmpty() ? figure.value() : figure.value() + " (" + figure.note() + ")";
  }

  private static Optional<Figure> best(Group group) {
    return group.figures().stream().max(Comparator.comparingDouble(Figure::ratio));
  }

  Decision verdict(Claim claim) {
    List<CellView> concerned =
        matrix
            .cells()
            .filter(cell -> cell.claim() == claim)
            .filter(cell -> cell.state() != VerdictClass.DOES_NOT_APPLY)
            .toList();
    if (concerned.isEmpty()) {
      return Decision.missing(claim.name() + " does not apply to any of its designs.");
    }
    CellView decisive =
        concerned.stream().min(Comparator.comparingInt(Demands::importance)).orElseThrow();
    long kept = concerned.stream().filter(cell -> cell.state() == VerdictClass.HOLDS).count();
    long open = concerned.stream().filter(cell -> cell.state() == VerdictClass.NOT_RUN).count();
    String all =
        concerned.size() == 1
            ? ""
            : String.format(
                Locale.ROOT,
                "; %d of %d designs keep it%s",
                kept,
                concerned.size(),
                open == 0 ? "" : ", " + open + " not run");
    return new Decision(
        sign(decisive),
        sentence(decisive.design(), decisive.state(), claim.name(), decisive.note()) + all + ".",
        decisive.state().cssClass(),
        "#" + decisive.anchor());
  }

  /** The RFC's design first, then what was contradicted, a bug, a gap. */
  private static int importance(CellView cell) {
    return cell.design().equals(ReviewerFigures.RFC) ? -1 : cell.state().severity();
  }

  /** The answer of one design on several claims, by the worst of them. */
  Decision design(String design, List<Claim> claims) {
    if (!matrix.hasDesign(design)) {
      return Decision.missing("the design " + design + " was not under test.");
    }
    List<CellView> cells = claims.stream().map(claim -> matrix.cell(design, claim)).toList();
    CellView worst =
        cells.stream().min(Comparator.comparingInt(cell -> cell.state().severity())).orElseThrow();
    List<String> alike =
        cells.stream()
            .filter(cell -> cell.state() == worst.state())
            .map(cell -> cell.claim().name())
            .toList();
    return new Decision(
        sign(worst),
        sentence(design, worst.state(), Format.list(alike), worst.note()) + ".",
        worst.state().cssClass(),
        "#" + worst.anchor());
  }

  private static String sign(CellView cell) {
    return cell.state().symbol() + " " + cell.state().word();
  }

  private static String sentence(String design, VerdictClass state, String claims, String note) {
    String words =
        switch (state) {
          case HOLDS -> design + " keeps " + claims;
          case BUG_SHOWN -> design + " breaks " + claims + ", as expected";
          case PROMISE_BROKEN -> design + " breaks " + claims + ", which was expected to hold";
          case BUG_NOT_FOUND ->
              design + " was expected to break " + claims + ", but no witness was found";
          case NOT_RUN -> claims + " was not run on " + design;
          case DOES_NOT_APPLY -> claims + " does not apply to " + design;
        };
    return note.isEmpty() ? words : words + " (" + note + ")";
  }
}
