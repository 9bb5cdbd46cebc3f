package org.ptstress.stress.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.check.Checks;
import org.ptstress.stress.scenario.Scenarios;

/** The tests of what scripts break of RfcHash, compiled as jcstress compiles them, and run once. */
class JcstressFormTest {
  private static final Design RFC = Designs.named("RfcHash");
  private static final Design GOOD = Designs.named("BucketLockHash");
  private static final Design FAULT = Faults.subject("SignedCounter");
  private static final Design STEADY = Designs.named("RcuHash47");
  private static final String PROCESSOR =
      "org.openjdk.jcstress.infra.processors.JCStressTestProcessor";

  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  private static ClassLoader compiled;

  @BeforeAll
  static void compile(@TempDir Path temp) throws Exception {
    for (CheckResult row : Checks.of(RFC)) {
      Scenarios.of(Scenario.Mode.SCRIPT).stream()
          .filter(script -> script.name().equals(row.check()))
          .filter(script -> row.status() == RunStatus.RUN && !row.held())
          .forEach(
              script -> {
                for (Design design : List.of(RFC, GOOD)) {
                  Counterexample found = new Counterexample(design, row.claim(), row, null, null);
                  SOURCES.putIfAbsent(
                      found.name(), JcstressForm.ofScript(found, script, row.detail()));
                }
              });
    }
    Map<String, String> sources = new LinkedHashMap<>(SOURCES);
    for (Design design : List.of(FAULT, STEADY)) {
      Counterexample found = new Counterexample(design, Claim.VALID_IDS, null, null, null);
      sources.put(
          found.name(), JcstressForm.ofScript(found, Scenarios.WRAP_AROUND, "ok, negative"));
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(
          Files.writeString(temp.resolve(Form.JCSTRESS.file(source.getKey())), source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-d", temp.toString(), "-processor", PROCESSOR);
      assertThat(
              compiler
                  .getTask(
                      null,
                      manager,
                      null,
                      options,
                      null,
                      manager.getJavaFileObjectsFromPaths(files))
                  .call())
          .isTrue();
    }
    assertThat(temp.resolve("reproduced")).isDirectoryContaining("glob:**_jcstress.class");
    compiled =
        new URLClassLoader(
            new URL[] {temp.toUri().toURL()}, JcstressFormTest.class.getClassLoader());
  }

  @Test
  void eachForbidsWhatTheDesignDoesAndNotWhatAGoodOneDoes() throws Exception {
    assertThat(SOURCES)
        .containsKeys("RfcHashValidIds", "RfcHashCallsEnd", "RfcHashNoLostTimer")
        .hasSizeGreaterThan(10);
    for (String name : SOURCES.keySet()) {
      assertThat(expectation(name))
          .as(name)
          .isEqualTo(name.startsWith(RFC.name()) ? "FORBIDDEN" : "ACCEPTABLE");
    }
  }

  @Test
  void anExecutionOfTwoActorsIsATestTooAlsoOfAFault() throws Exception {
    assertThat(expectation(FAULT.name() + "ValidIds")).isEqualTo("FORBIDDEN");
    assertThat(expectation(STEADY.name() + "ValidIds")).isEqualTo("ACCEPTABLE");
  }

  @Test
  void theJarsOfADesignFromOutsideAreOnTheClassPath(@TempDir Path jars) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jars.toUri().toURL()})) {
      Design design =
          (Design)
              Proxy.newProxyInstance(
                  loader,
                  new Class<?>[] {Design.class},
                  (proxy, method, arguments) -> method.invoke(RFC, arguments));
      Counterexample found = new Counterexample(design, Claim.VALID_IDS, null, null, null);
      assertThat(JcstressForm.ofScript(found, Scenarios.WRAP_AROUND, "ok, negative"))
          .contains("-cp ptstress.jar:" + jars + " ", "-cp classes:ptstress.jar:" + jars + " ");
    }
  }

  /** What jcstress would say of an outcome: it takes the first id that is or matches it. */
  private static String expectation(String name) throws Exception {
    Class<?> type = compiled.loadClass("reproduced." + name);
    Object test = type.getConstructor().newInstance();
    List<Method> calls = actors(type);
    String results = "L".repeat(calls.size() + 1) + "_Result";
    Object result =
        Class.forName("org.openjdk.jcstress.infra.results." + results)
            .getConstructor()
            .newInstance();
    calls.add(type.getMethod("aftermath", result.getClass()));
    List<String> outcomes = new ArrayList<>();
    for (Method call : calls) {
      call.invoke(test, result);
      String field = "r" + (outcomes.size() + 1);
      outcomes.add(String.valueOf(result.getClass().getField(field).get(result)));
    }
    String outcome = String.join(", ", outcomes);
    for (Annotation each : type.getAnnotations()) {
      if (each.annotationType().getSimpleName().equals("Outcomes")) {
        return expectation((Annotation[]) value(each, "value"), outcome);
      }
    }
    throw new AssertionError(name + " has no outcomes");
  }

  private static String expectation(Annotation[] outcomes, String outcome) throws Exception {
    for (Annotation each : outcomes) {
      for (String id : (String[]) value(each, "id")) {
        if (id.equals(outcome) || outcome.matches(id)) {
          return ((Enum<?>) value(each, "expect")).name();
        }
      }
    }
    return "none";
  }

  private static Object value(Annotation annotation, String member) throws Exception {
    return annotation.annotationType().getMethod(member).invoke(annotation);
  }

  private static List<Method> actors(Class<?> type) {
    List<Method> actors = new ArrayList<>();
    for (Method method : type.getMethods()) {
      for (Annotation each : method.getAnnotations()) {
        if (each.annotationType().getSimpleName().equals("Actor")) {
          actors.add(method);
        }
      }
    }
    actors.sort(Comparator.comparing(Method::getName));
    return actors;
  }
}
