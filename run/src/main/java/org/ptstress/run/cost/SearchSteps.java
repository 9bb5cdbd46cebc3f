package org.ptstress.run.cost;

import java.util.Locale;

/**
 * The steps (accesses inside the table) of a create's search for an id when all ids of the process
 * are taken, or all but one. The adversary deletes and creates one timer, to whose id the counter
 * then wraps around. Steps under the adversary are the maximum over all ids and all distances
 * between its turns. If they do not exceed the bound, it also lets the search go on between its
 * calls, a delete and a create in turn, each where it makes the search longest.
 *
 * @param problem why they were not counted, or ""
 * @param creates how many creates were recorded
 * @param ids how many ids there are
 * @param comesBack whether a failing search tries the first id, or all of them, again, found out by
 *     freeing an id in the middle of it
 * @param oneFree the maximum of steps with one free id, such as the last one
 * @param oneTry the steps of a failed attempt, or 0 if an attempt has no steps of its own
 * @param full the steps where no id is free
 * @param once the steps under an adversary that wraps the counter around once
 * @param twice the steps under one that does so twice
 * @param fourTimes the steps under one that does so four times
 */
public record SearchSteps(
    String problem,
    long creates,
    long ids,
    boolean comesBack,
    long oneFree,
    long oneTry,
    long full,
    long once,
    long twice,
    long fourTimes) {
  /** The number of steps at which a create is abandoned. */
  public static final long ENDLESS = 10_000;

  /**
   * No steps.
   *
   * @param problem why they were not counted
   * @return steps with a problem
   */
  public static SearchSteps none(String problem) {
    return new SearchSteps(problem, 0, 0, false, 0, 0, 0, 0, 0, 0);
  }

  /**
   * Whether the search goes on after the last id, or its length grows with the adversary's turns.
   * Each of the two calls of a turn may cost one attempt, because it fails a compare-and-set, and
   * waiting may cost a few steps once.
   *
   * @return whether it takes more steps than that
   */
  public boolean exceedsBound() {
    boolean grows = once < twice && twice < fourTimes;
    return comesBack || fourTimes >= ENDLESS || (grows && fourTimes > oneFree + 4 * 2 * oneTry);
  }

  /**
   * The figures.
   *
   * @return a sentence without its full stop
   */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d, %d and %d steps beside an adversary of one, two and four rounds, %d alone%s;"
            + " at most %d if one of %d ids is free",
        once,
        twice,
        fourTimes,
        full,
        comesBack ? ", with ids tried again" : "",
        oneFree,
        ids);
  }
}
