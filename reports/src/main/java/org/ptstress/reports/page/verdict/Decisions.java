package org.ptstress.reports.page.verdict;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;

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
import org.ptstress.reports.page.verdict.DemandView.Figure;
import org.ptstress.reports.page.verdict.DemandView.Group;
import org.ptstress.reports.verdict.VerdictClass;

/**
 * Answers {@link Demands} in a sentence each. The design in question is the RFC's; in a run without
 * it, the one that does worst.
 */
final class Decisions {
  private final ReviewerFigures figures;
  private final CountedFigures counted;
  private final MatrixView matrix;

  Decisions(ReviewerFigures figures, CountedFigures counted, MatrixView matrix) {
    this.figures = figures;
    this.counted = counted;
    this.matrix = matrix;
  }

  private static DecisionView ratio(String who, String demand, Group group) {
    Optional<Figure> decisive =
        figure(group, ReviewerFigures.RFC)
            .or(() -> group.figures().stream().min(Comparator.comparingDouble(Figure::ratio)));
    if (decisive.isEmpty()) {
      return DecisionView.missing(who, demand, Format.inSentence(group.label()) + ".");
    }
    String subject = decisive.get().design();
    String others =
        Stream.of(figure(group, Designs.YARDSTICK), best(group))
            .flatMap(Optional::stream)
            .filter(other -> !other.design().equals(subject))
            .distinct()
            .map(other -> value(other) + " for " + other.design())
            .collect(Collectors.joining(" and "));
    return new DecisionView(
        who,
        demand,
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

  DecisionView asGoodAsBefore(String who, String demand) {
    DecisionView counted = verdict(who, demand, AS_GOOD_AS_BEFORE);
    List<String> answers = new ArrayList<>(List.of(counted.answer()));
    answers.addAll(figures.disagreements());
    return new DecisionView(
        counted.who(),
        counted.demand(),
        counted.figure(),
        String.join(" ", answers),
        counted.cssClass(),
        counted.href());
  }

  DecisionView processes(String who, String demand) {
    Group exact = counted.sharedByChanges();
    return exact.figures().isEmpty()
        ? verdict(who, demand, CREATE_INDEPENDENT)
        : counted(who, demand, exact, figures.createScaling());
  }

  /** Exact figures, and what was measured behind them; that alone where nothing was recorded. */
  DecisionView counted(String who, String demand, Group exact, Group measured) {
    DecisionView counted = ratio(who, demand, exact);
    DecisionView timed = ratio(who, demand, measured);
    if (exact.figures().isEmpty()) {
      return timed;
    }
    String behind =
        measured.figures().isEmpty() ? "" : " Measured: " + Format.inSentence(timed.answer());
    return new DecisionView(
        who,
        demand,
        counted.figure(),
        counted.answer() + behind,
        counted.cssClass(),
        decisiveHref(exact));
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

  DecisionView verdict(String who, String demand, Claim claim) {
    List<CellView> concerned =
        matrix
            .cells()
            .filter(cell -> cell.claim() == claim)
            .filter(cell -> cell.state() != VerdictClass.DOES_NOT_APPLY)
            .toList();
    if (concerned.isEmpty()) {
      return DecisionView.missing(who, demand, claim.name() + " does not apply to a design of it.");
    }
    CellView decisive =
        concerned.stream().min(Comparator.comparingInt(Decisions::importance)).orElseThrow();
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
    return new DecisionView(
        who,
        demand,
        sign(decisive),
        sentence(decisive.design(), decisive.state(), claim.name(), decisive.note()) + all + ".",
        decisive.state().cssClass(),
        "#" + decisive.anchor());
  }

  /** The RFC's design first, then what was contradicted, a bug, a gap. */
  private static int importance(CellView cell) {
    return cell.design().equals(ReviewerFigures.RFC) ? -1 : cell.state().severity();
  }

  /** What one design does with several claims, told by the worst. */
  DecisionView design(String who, String demand, String design, List<Claim> claims) {
    if (!matrix.hasDesign(design)) {
      return DecisionView.missing(who, demand, "the design " + design + " was not under test.");
    }
    List<CellView> cells = claims.stream().map(claim -> matrix.cell(design, claim)).toList();
    CellView worst =
        cells.stream().min(Comparator.comparingInt(cell -> cell.state().severity())).orElseThrow();
    List<String> alike =
        cells.stream()
            .filter(cell -> cell.state() == worst.state())
            .map(cell -> cell.claim().name())
            .toList();
    return new DecisionView(
        who,
        demand,
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
          case BUG_SHOWN -> design + " breaks " + claims + ", as was expected";
          case PROMISE_BROKEN -> design + " breaks " + claims + ", which it promised";
          case BUG_NOT_FOUND ->
              design + " was expected to break " + claims + ", and was not seen to";
          case NOT_RUN -> claims + " was not run on " + design;
          case DOES_NOT_APPLY -> claims + " does not apply to " + design;
        };
    return note.isEmpty() ? words : words + " (" + note + ")";
  }
}
