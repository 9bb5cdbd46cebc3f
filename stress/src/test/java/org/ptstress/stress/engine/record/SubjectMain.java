package org.ptstress.stress.engine.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.subject.Recorded;
import org.ptstress.stress.engine.subject.Subject;

/** A child JVM with the engine: calls each method of {@link Subject}, recorded and not. */
final class SubjectMain {
  private SubjectMain() {}

  /** What came of a method. */
  record Result(String plain, String result, String expected, String record, List<String> missed) {}

  public static void main(String[] args) throws Exception {
    ParentLink parent = ParentLink.open();
    List<Method> methods =
        Arrays.stream(Subject.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Recorded.class))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method method : methods) {
      method.setAccessible(true);
      // Once before, so that every class that it needs is loaded and initialised.
      Subject before = new Subject();
      new Recorder().record(() -> call(method, before));
      Subject.reset();
      String plain = String.valueOf(call(method, new Subject()));
      Subject subject = new Subject();
      Subject.reset();
      Canary canary = new Canary(List.of(subject));
      Object[] result = new Object[1];
      Recording recording = new Recorder().record(() -> result[0] = call(method, subject));
      Names names = new Names(Map.of("", subject), object -> null);
      List<String> missed = canary.missed(recording, names);
      String expected = method.getAnnotation(Recorded.class).value();
      parent.send(
          "result",
          method.getName(),
          new Result(plain, String.valueOf(result[0]), expected, text(recording, names), missed));
    }
    ParentLink.end();
  }

  private static Object call(Method method, Subject subject) {
    try {
      return method.invoke(subject);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return String.valueOf(e.getCause());
    }
  }

  private static String text(Recording recording, Names names) {
    List<String> text = new ArrayList<>();
    for (Recording.Event event : recording.events()) {
      if (isOfSubject(event)) {
        boolean located = event.kind().accesses();
        String name = located ? " " + names.of(event.base(), event.offset()) : "";
        text.add(event.kind().text() + name);
      }
    }
    return String.join(", ", text);
  }

  /** Not the strings and boxes that a method returns, and what makes them. */
  private static boolean isOfSubject(Recording.Event event) {
    Object base = event.base();
    Class<?> type = base instanceof Class<?> named ? named : base.getClass();
    return !type.getName().matches("java[.]lang[.](?!Object$).*|\\[(B|Ljava[.]lang[.]Integer;)");
  }
}
