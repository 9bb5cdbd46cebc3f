package org.ptstress.reports.jar;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.phase.UserException;

/** Checks a design from outside before a run begins. */
final class DesignCheck {
  static final String SERVICES = "META-INF/services";
  static final String SERVICE = SERVICES + "/" + Design.class.getName();

  private DesignCheck() {}

  /** Whether child JVMs find a design by its name; refuses one whose name is taken. */
  static boolean isInCatalogue(Design design) {
    check(design);
    Optional<Design> found =
        catalogue().stream().filter(each -> each.name().equals(design.name())).findFirst();
    if (found.isPresent() && found.get().getClass() != design.getClass()) {
      throw taken(design);
    }
    return found.isPresent();
  }

  /** Refuses a design that child JVMs cannot make. */
  static void requireConstructor(Design design) {
    Class<?> type = design.getClass();
    boolean isPublic = Modifier.isPublic(type.getModifiers());
    if (!isPublic
        || Stream.of(type.getConstructors()).noneMatch(each -> each.getParameterCount() == 0)) {
      throw new UserException(
          type.getName()
              + " is judged in other JVMs, which instantiate it again; make it a public"
              + " class with a public constructor without parameters.");
    }
  }

  /** The error that a name is taken. */
  static UserException taken(Design design) {
    return new UserException(
        design.getClass().getName()
            + " has the name of another design, \""
            + design.name()
            + "\"; rename it.");
  }

  private static List<Design> catalogue() {
    try {
      return Designs.all();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new UserException("A design of the class path cannot be used: " + reason(e), e);
    }
  }

  /** Calls everything that a run asks a design before it asks for a table. */
  static void check(Design design) {
    String type = design.getClass().getName();
    @Nullable String name = design.name();
    if (name == null || !name.matches("[A-Za-z0-9]+")) {
      throw new UserException(
          type + " calls itself \"" + name + "\"; a name has letters and digits only.");
    }
    boolean silent =
        Stream.of(design.origin(), design.summary(), design.idPolicy(), design.promises())
            .anyMatch(Objects::isNull);
    if (silent) {
      throw new UserException(
          type + " returns null for its origin, summary, id policy or promises; return a value.");
    }
    Optional<Denial> denial = Denial.of(design);
    if (denial.isPresent()) {
      throw new UserException(
          type
              + " promises "
              + denial.get().claim()
              + ", but "
              + denial.get().why()
              + ", or say in promises() that the claim does not apply.");
    }
  }

  /** The reason why a design cannot be loaded or asked. */
  static String reason(Throwable cause) {
    if (cause instanceof UserException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof ServiceConfigurationError) {
      String message = String.valueOf(cause.getMessage());
      return message.replace(Design.class.getName() + ": ", "")
          + (cause.getCause() == null ? "" : " (" + cause.getCause() + ")")
          + "; "
          + SERVICE
          + " must name public classes that implement Design and have a public constructor without"
          + " parameters that does not throw.";
    }
    if (cause instanceof LinkageError) {
      return cause
          + "; compile it for this JDK and this version of ptstress, and name its"
          + " dependencies in --class-path.";
    }
    return "it threw "
        + cause
        + "; its constructor and its catalogue methods, such as promises(), must"
        + " not throw.";
  }
}
