package org.ptstress.run.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.cost.CostChange.Effect;
import org.ptstress.run.cost.CostChange.FieldChange;

/** Collects what differs between the costs of two versions of a design. */
final class CostDifferences {
  private final String design;
  private final List<CostChange> changes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int compared;

  /** Whether one compiler made both versions, so that different bytecodes mean different code. */
  private boolean oneCompiler;

  CostDifferences(String design) {
    this.design = design;
  }

  CostComparison between(DesignCosts baseline, DesignCosts candidate) {
    problem("baseline", baseline);
    problem("candidate", candidate);
    if (problems.isEmpty()) {
      searches(baseline.accesses().search(), candidate.accesses().search());
      oneCompiler =
          baseline.accesses().compiler() != null
              && baseline.accesses().compiler().equals(candidate.accesses().compiler());
      each(
          counts(baseline, candidate),
          counts(candidate, baseline),
          row -> row.operation().text() + ", " + row.population().text(),
          this::row);
      each(
          baseline.accesses().workingSets(),
          candidate.accesses().workingSets(),
          set -> "finds of all, " + set.population().text(),
          this::set);
      each(
          baseline.conflicts().pairs(),
          candidate.conflicts().pairs(),
          pair ->
              pair.first().text()
                  + " and "
                  + pair.second().text()
                  + " ("
                  + pair.relation().text()
                  + ")",
          this::pair);
    }
    return new CostComparison(design, compared, changes, problems);
  }

  private void problem(String side, DesignCosts costs) {
    if (!costs.problem().isEmpty()) {
      problems.add("The " + side + " has no counts of " + design + ": " + costs.problem());
    }
  }

  /** The rows of one side, without optional rows that the other side lacks. */
  private static List<CountRow> counts(DesignCosts side, DesignCosts other) {
    return side.accesses().counts().stream()
        .filter(
            row ->
                !row.population().isOptional()
                    || other.accesses().count(row.operation(), row.population()).isPresent())
        .toList();
  }

  /** Pairs rows by subject. */
  private <T> void each(
      List<T> before, List<T> after, Function<T, String> subject, Comparer<T> comparer) {
    Map<String, T> others = new LinkedHashMap<>();
    after.forEach(row -> others.put(subject.apply(row), row));
    for (T row : before) {
      String name = subject.apply(row);
      T other = others.remove(name);
      if (other == null) {
        lacks("candidate", name);
      } else {
        comparer.compare(name, row, other);
      }
    }
    others.keySet().forEach(name -> lacks("baseline", name));
  }

  private void lacks(String side, String subject) {
    problems.add("The " + side + " has no count of " + design + ": " + subject + ".");
  }

  private void row(String subject, CountRow before, CountRow after) {
    int draws = before.draws() + before.growthSteps();
    int now = after.draws() + after.growthSteps();
    if (draws != now || draws == 0) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The counts of %s: %s are sums over different numbers of operations, %d and %d.",
              design,
              subject,
              draws,
              now));
      return;
    }
    sum(subject, "loads", before, after, Cost::loads, FieldCount::loads);
    sum(subject, "stores", before, after, Cost::stores, FieldCount::stores);
    sum(subject, "RMWs", before, after, Cost::rmws, FieldCount::rmws);
    sum(subject, "fences", before, after, Cost::fences, field -> 0);
    sum(
        subject,
        "objects",
        before,
        after,
        Cost::objects,
        field -> field.loads() + field.stores() + field.rmws());
    sum(subject, "allocations", before, after, Cost::allocations, FieldCount::allocations);
    if (oneCompiler && before.bytecodes() != null && after.bytecodes() != null) {
      bytecodes(subject, before, after, before.bytecodes().call(), after.bytecodes().call());
    }
    figure(subject, "growth steps", before.growthSteps(), after.growthSteps());
    figure(
        subject,
        "accesses of the worst growth step",
        before.worstGrowth().loads() + before.worstGrowth().writes(),
        after.worstGrowth().loads() + after.worstGrowth().writes());
  }

  private void bytecodes(String subject, CountRow before, CountRow after, long was, long is) {
    compared++;
    int order = Long.compare(is * before.draws(), was * after.draws());
    if (order != 0) {
      change(order, subject, "bytecodes", before.mean(was), after.mean(is), List.of());
    }
  }

  /** Compares the means of two sums over different numbers of draws, without a division. */
  private void sum(
      String subject,
      String measure,
      CountRow before,
      CountRow after,
      ToLongFunction<Cost> total,
      ToLongFunction<FieldCount> ofField) {
    compared++;
    long was = total.applyAsLong(before.call());
    long is = total.applyAsLong(after.call());
    int order = Long.compare(is * before.draws(), was * after.draws());
    if (order == 0) {
      return;
    }
    List<FieldChange> fields = new ArrayList<>();
    each(
        before.fields(),
        after.fields(),
        (name, a, b) -> {
          long fieldWas = ofField.applyAsLong(a);
          long fieldIs = ofField.applyAsLong(b);
          if (Long.signum(fieldIs * before.draws() - fieldWas * after.draws()) == order) {
            fields.add(new FieldChange(name, before.mean(fieldWas), after.mean(fieldIs)));
          }
        });
    change(order, subject, measure, before.mean(was), after.mean(is), fields);
  }

  /** Pairs fields by name; a field that a side lacks was not accessed there. */
  private static void each(
      List<FieldCount> before, List<FieldCount> after, Comparer<FieldCount> comparer) {
    Map<String, FieldCount> others = new LinkedHashMap<>();
    after.forEach(field -> others.put(field.field(), field));
    for (FieldCount field : before) {
      FieldCount other = others.remove(field.field());
      comparer.compare(field.field(), field, other == null ? none(field) : other);
    }
    others.values().forEach(field -> comparer.compare(field.field(), none(field), field));
  }

  private static FieldCount none(FieldCount field) {
    return new FieldCount(field.field(), 0, 0, 0, 0);
  }

  /** Compares search steps; a baseline of an older version has none. */
  private void searches(@Nullable SearchSteps before, @Nullable SearchSteps after) {
    if (before == null) {
      return;
    }
    String subject = "create with all ids taken";
    if (after == null) {
      lacks("candidate", subject);
      return;
    }
    if (!before.problem().equals(after.problem())) {
      problems.add(
          "The steps of "
              + design
              + " were counted on one side only: "
              + before.problem()
              + after.problem());
      return;
    }
    figure(subject, "steps", before.full(), after.full());
    figure(subject, "most steps if one is free", before.oneFree(), after.oneFree());
    figure(subject, "tries of the first id", triesOfFirst(before), triesOfFirst(after));
    figure(
        subject, "steps beside four turns of an adversary", before.fourTimes(), after.fourTimes());
  }

  private static long triesOfFirst(SearchSteps search) {
    return search.comesBack() ? 2 : 1;
  }

  private void set(String subject, WorkingSet before, WorkingSet after) {
    if (before.timers() != after.timers()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The working sets of %s: %s have different numbers of timers, %d and %d.",
              design,
              subject,
              before.timers(),
              after.timers()));
      return;
    }
    figure(subject, "distinct fields", before.locations(), after.locations());
    figure(subject, "distinct objects", before.objects(), after.objects());
    figure(subject, "distinct objects and elements", before.places(), after.places());
    figure(
        subject,
        "locations that threads share (" + shared(before, after) + ")",
        before.shared().size(),
        after.shared().size());
  }

  private static String shared(WorkingSet before, WorkingSet after) {
    return Stream.of(before, after)
        .flatMap(set -> set.shared().stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void pair(String subject, PairRow before, PairRow after) {
    if (before.states() == 0 || after.states() == 0) {
      problems.add("No state of " + design + " was recorded: " + subject + ".");
      return;
    }
    compared++;
    int was = before.states() - before.freeStates();
    int is = after.states() - after.freeStates();
    int order = Integer.compare(is * before.states(), was * after.states());
    List<FieldChange> more = locations(before, after, 1);
    List<FieldChange> fewer = locations(before, after, -1);
    if (order > 0 || !more.isEmpty()) {
      change(1, subject, "states with a conflict", was, is, more);
    }
    if (order < 0 || !fewer.isEmpty()) {
      change(-1, subject, "states with a conflict", was, is, fewer);
    }
    figure(
        subject,
        "conflicts that remain after a failed compare-and-set",
        remaining(before),
        remaining(after));
  }

  private static int remaining(PairRow pair) {
    return pair.conflictFree() || pair.stripes() ? 0 : 1;
  }

  /** The locations at which a pair conflicts in more states, or in fewer. */
  private static List<FieldChange> locations(PairRow before, PairRow after, int order) {
    Map<String, Integer> was = states(before);
    Map<String, Integer> is = states(after);
    Map<String, Integer> all = new LinkedHashMap<>(was);
    all.putAll(is);
    return all.keySet().stream()
        .map(name -> new FieldChange(name, was.getOrDefault(name, 0), is.getOrDefault(name, 0)))
        .filter(
            change ->
                Math.signum(change.after() * before.states() - change.before() * after.states())
                    == order)
        .sorted(Comparator.comparing(FieldChange::field))
        .toList();
  }

  private static Map<String, Integer> states(PairRow pair) {
    Map<String, Integer> states = new LinkedHashMap<>();
    pair.culprits()
        .forEach(culprit -> states.merge(culprit.location(), culprit.states(), Integer::sum));
    return states;
  }

  private void figure(String subject, String measure, long before, long after) {
    compared++;
    if (before != after) {
      change(
          Long.compare(after, before),
          subject,
          measure,
          (double) before,
          (double) after,
          List.of());
    }
  }

  private void change(
      int order,
      String subject,
      String measure,
      double before,
      double after,
      List<FieldChange> fields) {
    Effect effect = order > 0 ? Effect.REGRESSED : Effect.IMPROVED;
    changes.add(new CostChange(effect, design, subject, measure, before, after, fields));
  }

  /** Compares two rows about one subject. */
  @FunctionalInterface
  private interface Comparer<T> {
    void compare(String subject, T before, T after);
  }
}
