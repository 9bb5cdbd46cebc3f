package org.ptstress.stress.interleaving;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.ptstress.run.process.ChildStart;

/** Tests whether a JVM permits dynamic agents, which {@link LincheckAgent} needs. */
public final class AgentMain {
  private AgentMain() {}

  /**
   * Attaches an agent, or prints in a line why that is not possible.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try {
      ByteBuddyAgent.install();
      System.out.println(ChildStart.STARTED);
    } catch (IllegalStateException e) {
      System.out.println("it refuses to load an agent: " + e.getMessage());
    }
  }
}
