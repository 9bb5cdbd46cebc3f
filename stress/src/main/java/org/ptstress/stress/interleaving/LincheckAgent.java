package org.ptstress.stress.interleaving;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Lincheck's agent, kept for the whole life of a JVM of searches.
 *
 * <p>An agent that Lincheck attaches itself rewrites every class at the start of a search and puts
 * the originals back at its end, compiled code included: measured, two thirds of a short search.
 * One that was there before, it leaves alone.
 */
final class LincheckAgent {
  private LincheckAgent() {}

  /**
   * Attaches the agent; once in a JVM, before the first search.
   *
   * @throws IllegalStateException if an agent is attached already or the JVM allows none
   */
  static void keep() {
    LincheckInstrumentation agent = LincheckInstrumentation.INSTANCE;
    agent.attachJavaAgentStatically(ByteBuddyAgent.install());
    agent.install(InstrumentationMode.MODEL_CHECKING);
  }
}
