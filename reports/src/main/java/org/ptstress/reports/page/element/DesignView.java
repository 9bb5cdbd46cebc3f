package org.ptstress.reports.page.element;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/**
 * A design in words.
 *
 * @param name its name
 * @param origin where it comes from, or empty if it is not on the class path
 * @param summary its shape in a sentence, or empty if it is not on the class path
 */
public record DesignView(String name, String origin, String summary) {
  /** Gives the view of a design by its name. */
  public static Function<String, DesignView> catalogue() {
    Map<String, Design> known =
        Designs.all().stream().collect(Collectors.toMap(Design::name, Function.identity()));
    return name -> {
      Design design = known.get(name);
      return design == null
          ? new DesignView(name, "", "")
          : new DesignView(name, design.origin(), design.summary());
    };
  }
}
