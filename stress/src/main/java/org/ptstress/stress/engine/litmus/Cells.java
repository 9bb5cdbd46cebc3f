package org.ptstress.stress.engine.litmus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The shared variables of a litmus test; all 0 at first. */
final class Cells {
  static final VarHandle X = handle("x");
  static final VarHandle Y = handle("y");
  static final VarHandle Z = handle("z");

  int x;
  int y;
  int z;
  volatile int vx;
  volatile int vy;
  @Nullable Box box;
  final Object monitor = new Object();

  /** An object published by a data race. */
  static final class Box {
    final int[] array;
    final int constant;
    int plain;

    Box() {
      plain = 1;
      constant = 1;
      array = new int[1];
      array[0] = 1;
    }
  }

  /** The same without a final field. */
  static final class OpenBox {
    int plain;

    OpenBox() {
      plain = 1;
    }
  }

  @Nullable OpenBox openBox;

  private static VarHandle handle(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(Cells.class, name, int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The outcome of an actor that loads a value, then runs an action. */
  static String loaded(int value, IntConsumer then) {
    then.accept(value);
    return "" + value;
  }

  int opaque(VarHandle cell) {
    return (int) cell.getOpaque(this);
  }

  void opaque(VarHandle cell, int value) {
    cell.setOpaque(this, value);
  }

  int acquire(VarHandle cell) {
    return (int) cell.getAcquire(this);
  }

  void release(VarHandle cell, int value) {
    cell.setRelease(this, value);
  }

  int volatil(VarHandle cell) {
    return (int) cell.getVolatile(this);
  }

  void volatil(VarHandle cell, int value) {
    cell.setVolatile(this, value);
  }

  /** Acquires a lock in a cell. */
  void lock(VarHandle cell) {
    while (!cell.weakCompareAndSetAcquire(this, 0, 1)) {
      Thread.onSpinWait();
    }
  }
}
