package org.ptstress.stress.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.FailingCreate;
import org.ptstress.model.spec.Call.GettimeId;
import org.ptstress.model.spec.Call.Lookup;
import org.ptstress.model.spec.Call.MoveCounter;
import org.ptstress.model.spec.Call.Restore;
import org.ptstress.model.spec.IdRule;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;

/**
 * A narrow scenario repeated with ids of 31 bits: the id counters of its processes are moved so
 * that its ids lie at the end of the range, and it wraps where the narrow one did, or after the
 * first create of its actors.
 *
 * <p>A design may have counters that cannot be moved. So each process first creates and deletes a
 * timer, and rules about ids apply only if that timer got the id that the counter was moved to.
 */
final class FullWidth {
  private static final String SUFFIX = "AtFullWidth";
  private static final String BEFORE = "before";
  private static final int P = 0;
  private static final int MAX = Integer.MAX_VALUE;

  private final Scenario narrow;
  private final long capacity;

  /** The number of ids that process 0 has taken when the actors start. */
  private final long start;

  private final boolean wraps;

  /** The id that stands for id 0. */
  private final long first;

  private FullWidth(Scenario narrow) {
    this.narrow = narrow;
    this.capacity = 1L << narrow.idBits();
    this.start = creates(narrow.setup().stream(), P) + narrow.advances();
    long creates = creates(ofActors(narrow), P);
    this.wraps = start + creates > capacity;
    boolean exact = calls(narrow).anyMatch(CreateAt.class::isInstance);
    this.first =
        wraps || exact
            ? MAX + 1L - capacity
            : narrow.idRules().isEmpty() ? MAX - start : MAX - start - creates;
  }

  /**
   * The scenario at full width.
   *
   * @param narrow a scenario
   * @return the scenario; none if it fills all ids, or creates timers until one has a wanted id
   */
  static Optional<Scenario> of(Scenario narrow) {
    long creates = calls(narrow).filter(FullWidth::creates).count();
    long capacity = 1L << narrow.idBits();
    boolean fills = creates >= capacity || narrow.advances() > capacity;
    boolean seeks = calls(narrow).anyMatch(Restore.class::isInstance);
    return narrow.isAtFullWidth()
            || fills
            || seeks
            || narrow.claims().contains(Claim.WRAP_AS_DESCRIBED)
        ? Optional.empty()
        : Optional.of(new FullWidth(narrow).widened());
  }

  private Scenario widened() {
    List<Call> setup = new ArrayList<>();
    Map<String, Integer> given = new LinkedHashMap<>();
    for (int process = 0; process < narrow.processes(); process++) {
      String before = BEFORE + process;
      setup.add(new MoveCounter(process, (int) first - 1));
      setup.add(new Create(process, before));
      setup.add(new Delete(process, before));
      given.put(before, (int) first - 1);
    }
    narrow.setup().forEach(call -> setup.add(widened(call)));
    return new Scenario(
        narrow.name() + SUFFIX,
        narrow.description().replaceFirst("\\.$", ", at the end of 31-bit ids."),
        modes(),
        narrow.claims(),
        Scenario.FULL_WIDTH,
        setup,
        narrow.advances(),
        narrow.actors().stream()
            .map(
                actor ->
                    Actor.of(
                        actor.role(),
                        actor.calls().stream().map(this::widened).toArray(Call[]::new)))
            .toList(),
        narrow.idRules().stream()
            .map(rule -> new IdRule(rule.claim(), rule.timers(), ids(rule), rule.policies(), given))
            .toList());
  }

  /** Without races and Lincheck, whose cost would double. */
  private Set<Mode> modes() {
    return narrow.modes().contains(Mode.SCRIPT) || narrow.isOfProgress()
        ? narrow.modes()
        : Set.of(Mode.EXPLORATION);
  }

  private Set<Integer> ids(IdRule rule) {
    // Ids that were free before the wrap are free again.
    return rule.ids().stream()
        .map(id -> wraps && id < start ? id : wide(id))
        .collect(Collectors.toSet());
  }

  private int wide(int id) {
    return id < 0 ? id : (int) ((first + id) & MAX);
  }

  private Call widened(Call call) {
    if (call instanceof CreateAt at) {
      return new CreateAt(at.process(), at.timer(), wide(at.id()));
    } else if (call instanceof GettimeId gettime) {
      return new GettimeId(gettime.process(), wide(gettime.id()), gettime.timer());
    } else if (call instanceof Lookup lookup) {
      return new Lookup(lookup.process(), wide(lookup.id()));
    } else if (call instanceof MoveCounter move) {
      return new MoveCounter(move.process(), wide(move.id()));
    }
    return call;
  }

  private static Stream<Call> ofActors(Scenario scenario) {
    return scenario.actors().stream().flatMap(actor -> actor.calls().stream());
  }

  private static Stream<Call> calls(Scenario scenario) {
    return Stream.concat(scenario.setup().stream(), ofActors(scenario));
  }

  private static boolean creates(Call call) {
    return call instanceof Create || call instanceof CreateAt || call instanceof FailingCreate;
  }

  private static long creates(Stream<Call> calls, int process) {
    return calls.filter(call -> creates(call) && call.process() == process).count();
  }
}
