package org.ptstress.stress.check;

import java.util.function.IntSupplier;

/** A timer call that threw: a witness against CALLS_END, whatever the check was about. */
final class CallThrew extends RuntimeException {
  private static final long serialVersionUID = 1;

  private CallThrew(Throwable cause) {
    super(
        cause + (cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0]),
        cause);
  }

  /**
   * Makes a call.
   *
   * @param call the call
   * @return what it returned
   * @throws CallThrew if it threw
   */
  static int unless(IntSupplier call) {
    try {
      return call.getAsInt();
    } catch (OutOfMemoryError e) {
      // A lack of memory in this JVM says nothing about the design.
      throw e;
    } catch (Throwable e) {
      throw new CallThrew(e);
    }
  }
}
