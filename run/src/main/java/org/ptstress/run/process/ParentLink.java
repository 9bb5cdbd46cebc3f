package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The socket over which a child JVM sends its results. A design may print anything or close {@code
 * System.out} without touching the results.
 */
public final class ParentLink {
  /** The environment variable with the parent's address and the child's secret. */
  static final String VARIABLE = "PTSTRESS_LINK";

  private final DataOutputStream out;

  private ParentLink(DataOutputStream out) {
    this.out = out;
  }

  /**
   * Connects to the parent, and ties the life of this JVM to the parent's. Called once in a JVM,
   * before any code of a design runs.
   *
   * @return the link
   * @throws IOException if the parent cannot be reached
   * @throws IllegalStateException if this JVM was not started by a {@link ChildJvm} that listens
   */
  public static ParentLink open() throws IOException {
    ParentWatch.start();
    String value = System.getenv(VARIABLE);
    if (value == null) {
      throw new IllegalStateException(
          "Only ptstress itself starts this main class: " + VARIABLE + " is not set.");
    }
    String[] parts = value.split("/", -1);
    // A socket, not a channel: an interrupt of the sending thread does not close it.
    @SuppressWarnings("resource") // open until the JVM ends
    Socket socket = new Socket(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
    socket.setTcpNoDelay(true);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    out.write(parts[2].getBytes(US_ASCII));
    out.flush();
    return new ParentLink(out);
  }

  /**
   * Sends a message. Once this returns, the message arrives even if the JVM exits immediately.
   *
   * @param kind the kind of message
   * @param label its subject
   * @param body the rest; must be serialisable by Jackson
   * @throws UncheckedIOException if the parent is gone
   */
  public synchronized void send(String kind, String label, Object body) {
    try {
      byte[] bytes =
          Message.MAPPER.writeValueAsBytes(
              new Message(kind, label, Message.MAPPER.valueToTree(body)));
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The parent does not take the result of " + label + ".", e);
    }
  }

  /**
   * Halts this JVM with status 0 and kills every process that a design has started in it. Shutdown
   * hooks do not run: a design may have left one that hangs.
   */
  public static void end() {
    ProcessTree.killDescendants();
    Runtime.getRuntime().halt(0);
  }
}
