package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * What a child JVM sends its results over: a socket of its own. A design prints what it likes, or
 * closes {@code System.out}, and none of it reaches the results.
 */
public final class ParentLink {
  /**
   * The environment variable that says where the parent listens, and what it knows its child by.
   */
  static final String VARIABLE = "PTSTRESS_LINK";

  private final DataOutputStream out;

  private ParentLink(DataOutputStream out) {
    this.out = out;
  }

  /**
   * Connects to the parent, and from now on ends this JVM with it. Once in a JVM, before anything
   * of a design runs.
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
          "This main class is started by ptstress itself: " + VARIABLE + " is not set.");
    }
    String[] parts = value.split("/", -1);
    // A socket, not a channel: an interrupt of the thread that sends does not close it.
    @SuppressWarnings("resource") // open until the JVM ends
    Socket socket = new Socket(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
    socket.setTcpNoDelay(true);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    out.write(parts[2].getBytes(US_ASCII));
    out.flush();
    return new ParentLink(out);
  }

  /**
   * Sends a message. When this returns, the message arrives, even if the JVM ends at once.
   *
   * @param kind what it tells
   * @param label what it is about
   * @param body the rest; Jackson must be able to write it
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
   * Ends this JVM with status 0, and every process that a design has started in it. No hook runs: a
   * design may have left one that hangs.
   */
  public static void end() {
    ProcessTree.killDescendants();
    Runtime.getRuntime().halt(0);
  }
}
