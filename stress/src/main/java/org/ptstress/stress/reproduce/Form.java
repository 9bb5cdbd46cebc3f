package org.ptstress.stress.reproduce;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The output forms of a counterexample. */
public enum Form {
  /** A C program for a real kernel; exits with 0 for absent, 1 for present, 77 for neither. */
  C("c"),
  /** A jcstress test of the design. */
  JCSTRESS("java"),
  /** A litmus test for herd7 and the kernel's memory model. */
  LITMUS("litmus"),
  /** The calls, for a reader. */
  SCRIPT("txt");

  private final String suffix;

  Form(String suffix) {
    this.suffix = suffix;
  }

  /**
   * The file that a counterexample goes into.
   *
   * @param name the counterexample's name
   * @return the file's name
   */
  public String file(String name) {
    return name + "." + suffix;
  }

  /**
   * The word for it on the command line.
   *
   * @return a word
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A form by its word.
   *
   * @param word the word
   * @return the form
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static Form named(String word) {
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown form \""
                        + word
                        + "\"; the forms are "
                        + Arrays.stream(values()).map(Form::word).collect(Collectors.joining(", "))
                        + "."));
  }
}
