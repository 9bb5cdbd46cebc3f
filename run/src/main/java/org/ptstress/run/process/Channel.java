package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The parent's end of a {@link ParentLink}. It listens on the loopback interface and accepts one
 * connection: the one that begins with the child's secret.
 */
final class Channel implements AutoCloseable {
  /** The polling interval for a child that ended without connecting. */
  private static final int LOOK_MILLIS = 200;

  /** The time within which a connection must identify itself as the child. */
  private static final int SECRET_MILLIS = 2_000;

  /** The maximum length of a message in bytes; no result is nearly as long. */
  private static final int LONGEST = 64 << 20;

  private static final int SECRET_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerSocket server;
  private final byte[] secret;

  Channel() throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    secret = HexFormat.of().formatHex(bytes).getBytes(US_ASCII);
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    server.setSoTimeout(LOOK_MILLIS);
  }

  /** The value of {@link ParentLink#VARIABLE} in the child. */
  String address() {
    return String.join(
        "/",
        server.getInetAddress().getHostAddress(),
        Integer.toString(server.getLocalPort()),
        new String(secret, US_ASCII));
  }

  /**
   * Takes all messages of the child, until it ends.
   *
   * @param ended whether the child has ended
   * @param opened runs when the child has opened the link
   * @param listener takes the messages
   */
  void read(BooleanSupplier ended, Runnable opened, Receiver listener) throws IOException {
    Optional<Socket> child = accept(ended);
    if (child.isEmpty()) {
      return;
    }
    opened.run();
    try (Socket socket = child.get();
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
      for (Optional<Message> next = next(in); next.isPresent(); next = next(in)) {
        listener.received(next.get());
      }
    }
  }

  /** Takes a message of the child. */
  interface Receiver {
    void received(Message message);
  }

  private Optional<Socket> accept(BooleanSupplier ended) throws IOException {
    while (true) {
      // Checked before the accept: the child may connect, send and end in between.
      boolean last = ended.getAsBoolean();
      try {
        Socket socket = server.accept();
        if (isChild(socket)) {
          return Optional.of(socket);
        }
        socket.close();
      } catch (SocketTimeoutException e) {
        if (last) {
          return Optional.empty();
        }
      }
    }
  }

  private boolean isChild(Socket socket) throws IOException {
    try {
      socket.setSoTimeout(SECRET_MILLIS);
      // Not a byte more: messages follow the secret.
      byte[] said = socket.getInputStream().readNBytes(secret.length);
      socket.setSoTimeout(0);
      return MessageDigest.isEqual(said, secret);
    } catch (SocketTimeoutException | SocketException e) {
      return false;
    }
  }

  /** The next message; empty if the child has ended, even in the middle of one. */
  private static Optional<Message> next(DataInputStream in) throws IOException {
    byte[] bytes;
    try {
      int length = in.readInt();
      if (length < 0 || length > LONGEST) {
        throw new IOException("A child announced a message of " + length + " bytes.");
      }
      bytes = new byte[length];
      in.readFully(bytes);
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    }
    return Optional.of(Message.MAPPER.readValue(bytes, Message.class));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
