package org.ptstress.run.cost;

import java.util.Locale;

/**
 * The steps of a create's search for an id, which are its accesses inside of the table. All ids of
 * the process are taken, or all but one. The adversary deletes and creates one timer, whose id the
 * counter then goes around to: the steps beside it are the most for any id, and for any distance
 * between its turns.
 *
 * @param problem why they were not counted, or ""
 * @param creates how many creates were recorded
 * @param ids how many ids there are
 * @param comesBack whether a search in vain tries the first id again: an adversary that frees an id
 *     in the middle finds out
 * @param oneFree the most steps where one id is free, such as the last one: a bounded search takes
 *     no more
 * @param oneTry the steps of a try in vain, or 0 if it has none of its own
 * @param full the steps where no id is free
 * @param once the steps beside an adversary that goes around once
 * @param twice the steps beside one that goes around twice
 * @param fourTimes the steps beside one that goes around four times
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
  /** The steps after which a create is given up. */
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
   * Whether the search goes on behind the last id, or the longer the more often the adversary goes
   * around. Each time may cost a try, because it makes a compare-and-set fail; and once there may
   * be a few steps for whoever waits.
   *
   * @return whether it makes more steps than it may
   */
  public boolean exceedsBound() {
    boolean grows = once < twice && twice < fourTimes;
    return comesBack
        || full > oneFree
        || fourTimes >= ENDLESS
        || (grows && fourTimes > oneFree + 4 * oneTry);
  }

  /**
   * The figures.
   *
   * @return a sentence without its full stop
   */
  public String text() {
    return String.format(
        Locale.ROOT,
        "steps %d, %d, %d beside an adversary that goes once, twice and four times around, alone %d"
            + "%s; at most %d where one of %d ids is free",
        once,
        twice,
        fourTimes,
        full,
        comesBack ? ", with another try of the first id" : "",
        oneFree,
        ids);
  }
}
