package org.ptstress.stress.reproduce;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;

/** Writes a scenario as a jcstress test of one design that forbids the broken claim. */
final class JcstressForm {
  /** Of the generated class: jcstress makes others beside it. */
  static final String PACKAGE = "reproduced";

  private static final String SOUND = ", sound";

  private final Counterexample found;
  private final Scenario scenario;
  private final String outcome;
  private final String chance;

  private JcstressForm(Counterexample found, Scenario scenario, String outcome, String chance) {
    this.found = found;
    this.scenario = scenario;
    this.outcome = outcome;
    this.chance = chance;
  }

  /** The test of a script: one actor, deterministic. */
  static String ofScript(Counterexample found, Scenario scenario, String outcome) {
    return new JcstressForm(found, scenario, outcome, "Every sample shows it.").text();
  }

  /** The test of an execution of several actors. */
  static String ofExecution(Counterexample found, Counterexample.Explored explored) {
    int preemptions = explored.witness().bound().preemptions();
    String chance =
        explored.isOfWeakMemory()
            ? "It needs weak memory: x86-64 keeps the stores of a CPU in order and"
                + " does not show it."
            : preemptions == 0
                ? "No preemption is needed: every sample, or every second one, shows it."
                : String.format(
                    Locale.ROOT,
                    "It needs %d preemption%s at the right place: how many samples show it"
                        + " is chance.",
                    preemptions,
                    preemptions == 1 ? "" : "s");
    return new JcstressForm(found, explored.scenario(), explored.witness().message(), chance)
        .text();
  }

  private String text() {
    return head() + annotations() + body();
  }

  private String head() {
    String name = found.name();
    return """
        package %s;

        import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
        import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
        import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

        import java.util.List;
        import java.util.Map;
        import java.util.Set;
        import org.openjdk.jcstress.annotations.Actor;
        import org.openjdk.jcstress.annotations.Arbiter;
        import org.openjdk.jcstress.annotations.JCStressTest;
        import org.openjdk.jcstress.annotations.Outcome;
        import org.openjdk.jcstress.annotations.State;
        import org.openjdk.jcstress.infra.results.%s;
        import org.ptstress.model.Claim;
        import org.ptstress.model.Design;
        import org.ptstress.model.IdPolicy;
        import org.ptstress.model.fault.Faults;
        import org.ptstress.model.spec.Call;
        import org.ptstress.model.spec.IdRule;
        import org.ptstress.model.spec.Scenario;
        import org.ptstress.model.spec.ScenarioPlan;
        import org.ptstress.model.spec.ScenarioRun;

        /**
         * %s
         *
         * <p>%s: %s Seen: "%s". %s
         *
         * <pre>
         * javac -d classes -cp %s \\
         *     -processor org.openjdk.jcstress.infra.processors.JCStressTestProcessor %s.java
         * java -cp classes:%s org.openjdk.jcstress.Main -t %s
         * </pre>
         */
        """
        .formatted(
            PACKAGE,
            result(),
            comment(found.headline()),
            scenario.name(),
            comment(scenario.description()),
            comment(outcome),
            chance,
            classPath(),
            name,
            classPath(),
            name);
  }

  /** The class path, including the jars of an outside design, which only its loader knows. */
  private String classPath() {
    StringBuilder path = new StringBuilder("ptstress.jar");
    if (found.design().getClass().getClassLoader() instanceof URLClassLoader outside) {
      for (URL entry : outside.getURLs()) {
        path.append(':').append(Path.of(URI.create(entry.toString())));
      }
    }
    return comment(path.toString());
  }

  private static String comment(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*/", "* /");
  }

  /** A field for each actor, and one for the aftermath. */
  private String result() {
    return "L".repeat(scenario.actors().size() + 1) + "_Result";
  }

  private String annotations() {
    StringBuilder text = new StringBuilder("@JCStressTest\n@State\n");
    List<String> legal = new ArrayList<>(new ScenarioPlan(scenario).legalOutcomes());
    legal.sort(null);
    for (String each : legal) {
      text.append(outcome(each + SOUND, "ACCEPTABLE", "Legal."));
    }
    text.append(
        outcome(
            ".*breaks (.*[+])?" + found.claim() + "([+].*)?",
            "FORBIDDEN",
            found.claim().statement()));
    text.append(outcome(".*", "ACCEPTABLE_INTERESTING", "Breaks another claim."));
    return text.toString();
  }

  private static String outcome(String id, String expect, String description) {
    return "@Outcome(id = %s, expect = %s, desc = %s)\n"
        .formatted(JavaSource.text(id), expect, JavaSource.text(description));
  }

  private String body() {
    return """
        public class %s {
          static {
            // Ends walks that would never terminate, and reports them.
            System.setProperty("ptstress.checked", "true");
          }

          private static final Design DESIGN = Faults.subject(%s);

          private static final Scenario SCENARIO =
              new Scenario(
                  %s);

          private static final ScenarioPlan PLAN = new ScenarioPlan(SCENARIO);

          private final ScenarioRun run =
              new ScenarioRun(PLAN, DESIGN, SCENARIO.config(Scenario.Mode.%s));

        %s
          @Arbiter
          public void aftermath(%s r) {
            r.r%s = run.aftermath();
          }
        }
        """
        .formatted(
            found.name(),
            JavaSource.text(found.design().name()),
            arguments(),
            scenario.modes().contains(Scenario.Mode.SCRIPT) ? "SCRIPT" : "RACE",
            actors(),
            result(),
            scenario.actors().size() + 1);
  }

  private String arguments() {
    return List.<Object>of(
            scenario.name(),
            scenario.description(),
            scenario.modes(),
            scenario.claims(),
            scenario.idBits(),
            scenario.setup(),
            scenario.advances(),
            scenario.actors(),
            scenario.idRules())
        .stream()
        .map(JavaSource::of)
        .collect(Collectors.joining(",\n          "));
  }

  private String actors() {
    return IntStream.range(0, scenario.actors().size())
        .mapToObj(
            actor ->
                """
                  @Actor
                  public void %s(%s r) {
                    r.r%s = run.act(%s);
                  }
                """
                    .formatted(scenario.actors().get(actor).role(), result(), actor + 1, actor))
        .collect(Collectors.joining("\n"));
  }
}
