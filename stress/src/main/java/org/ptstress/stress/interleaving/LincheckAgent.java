package org.ptstress.stress.interleaving;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Lincheck's agent, kept for the lifetime of a search JVM.
 *
 * <p>An agent that Lincheck attaches itself retransforms every class at the start of a search and
 * restores it at the end, which discards compiled code: two thirds of the time of a short search,
 * as measured. Lincheck does not touch an agent that is already attached.
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
