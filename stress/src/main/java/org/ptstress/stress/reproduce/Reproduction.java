package org.ptstress.stress.reproduce;

/**
 * A counterexample in a form.
 *
 * @param form the form
 * @param name the name of the file, without its suffix
 * @param text what the file holds, or "" if there is none
 * @param reason why there is none, a sentence, or ""
 */
public record Reproduction(Form form, String name, String text, String reason) {
  static Reproduction of(Form form, Counterexample found, String text) {
    return new Reproduction(form, found.name(), text, "");
  }

  static Reproduction impossible(Form form, Counterexample found, String reason) {
    return new Reproduction(form, found.name(), "", reason);
  }

  /**
   * Whether the form is possible.
   *
   * @return false if there is a reason instead of a text
   */
  public boolean isPossible() {
    return reason.isEmpty();
  }

  /**
   * The file that the text goes into.
   *
   * @return the file's name
   */
  public String file() {
    return form.file(name);
  }
}
