package org.ptstress.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The catalogue of designs: the history of the kernel's table in its order, then what other jars on
 * the class path offer, by name.
 */
public final class Designs {
  /** The design that ratios refer to: what the RFC had to keep up with. */
  public static final String YARDSTICK = "GlobalIdr";

  private Designs() {}

  /**
   * Every design on the class path.
   *
   * @return the designs; names are unique
   * @throws IllegalStateException if two designs have the same name
   */
  public static List<Design> all() {
    List<Design> found =
        ServiceLoader.load(Design.class).stream().map(ServiceLoader.Provider::get).toList();
    // The service file lists the history in its order, and the sort is stable.
    List<Design> sorted =
        found.stream()
            .sorted(
                Comparator.comparing((Design design) -> !isAtHome(design))
                    .thenComparing(design -> isAtHome(design) ? "" : design.name()))
            .toList();
    Map<String, Design> byName = new HashMap<>();
    for (Design design : sorted) {
      Design other = byName.putIfAbsent(design.name(), design);
      if (other != null) {
        throw new IllegalStateException(
            "Two designs on the class path are called \""
                + design.name()
                + "\", "
                + other.getClass().getName()
                + " and "
                + design.getClass().getName()
                + "; rename one of them.");
      }
    }
    return sorted;
  }

  /**
   * A design by its name.
   *
   * @param name the name
   * @return the design
   * @throws IllegalArgumentException if there is none; the message lists the known ones
   */
  public static Design named(String name) {
    List<Design> all = all();
    Optional<Design> match = all.stream().filter(design -> design.name().equals(name)).findFirst();
    return match.orElseThrow(
        () ->
            new IllegalArgumentException(
                "Unknown design \"" + name + "\". Known designs: " + names(all) + "."));
  }

  private static boolean isAtHome(Design design) {
    return design.getClass().getName().startsWith(Designs.class.getPackageName() + ".");
  }

  private static String names(List<Design> designs) {
    return designs.stream().map(Design::name).collect(Collectors.joining(", "));
  }
}
