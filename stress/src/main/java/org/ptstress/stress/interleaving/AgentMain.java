package org.ptstress.stress.interleaving;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.ptstress.run.process.ChildStart;

/** Tries whether a JVM lets an agent in, which {@link LincheckAgent} has to be. */
public final class AgentMain {
  private AgentMain() {}

  /**
   * Lets an agent in, or says in a line why that is not possible.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try {
      ByteBuddyAgent.install();
      System.out.println(ChildStart.STARTED);
    } catch (IllegalStateException e) {
      System.out.println("it lets no agent in: " + e.getMessage());
    }
  }
}
