package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;
import static org.ptstress.stress.engine.litmus.Cells.Z;
import static org.ptstress.stress.engine.litmus.Cells.loaded;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** IRIW, WRC, ISA2, PPOAA: agreement on other threads' stores, and its transitivity. */
final class Causality {
  private Causality() {}

  static List<Litmus> all() {
    String agreed = Litmus.without(4, "1010");
    String carried = Litmus.without(3, "110");
    return List.of(
        iriw("opaque", Litmus.every(4), opaque(X), opaque(Y), reads(X, Y), reads(Y, X)),
        iriw(
            "release, acquire",
            Litmus.every(4),
            release(X),
            release(Y),
            acquires(X, Y),
            acquires(Y, X)),
        iriw("volatile", agreed, volatil(X), volatil(Y), volatiles(X, Y), volatiles(Y, X)),
        iriw("full fences", agreed, opaque(X), opaque(Y), fenced(X, Y), fenced(Y, X)),
        iriw(
            "volatile stores, acquire loads",
            Litmus.every(4),
            volatil(X),
            volatil(Y),
            acquires(X, Y),
            acquires(Y, X)),
        iriw(
            "volatile stores, full fences",
            agreed,
            volatil(X),
            volatil(Y),
            fenced(X, Y),
            fenced(Y, X)),
        iriw(
                "opaque stores, volatile loads",
                agreed,
                opaque(X),
                opaque(Y),
                volatiles(X, Y),
                volatiles(Y, X))
            .missing("1010"),
        Litmus.of(
            "WRC",
            "opaque",
            Litmus.every(3),
            opaque(X),
            c -> loaded(c.opaque(X), x -> c.opaque(Y, 1)),
            reads(Y, X)),
        Litmus.of(
            "WRC",
            "release, acquire",
            carried,
            release(X),
            c -> loaded(c.acquire(X), x -> c.release(Y, 1)),
            acquires(Y, X)),
        Litmus.of(
            "WRC",
            "opaque, then release and acquire",
            carried,
            opaque(X),
            c -> loaded(c.opaque(X), x -> c.release(Y, 1)),
            acquires(Y, X)),
        Litmus.of(
            "WRC",
            "full fences",
            carried,
            opaque(X),
            c ->
                loaded(
                    c.opaque(X),
                    x -> {
                      VarHandle.fullFence();
                      c.opaque(Y, 1);
                    }),
            fenced(Y, X)),
        Litmus.of(
            "WRC",
            "volatile",
            carried,
            volatil(X),
            c -> loaded(c.volatil(X), x -> c.volatil(Y, 1)),
            volatiles(Y, X)),
        isa2("release, acquire", carried, c -> loaded(c.acquire(Y), y -> c.release(Z, 1))),
        isa2(
            "opaque in the middle",
            Litmus.every(3),
            c -> loaded(c.opaque(Y), y -> c.release(Z, 1))),
        isa2(
            "acquire fence in the middle",
            carried,
            c ->
                loaded(
                    c.opaque(Y),
                    y -> {
                      VarHandle.acquireFence();
                      c.release(Z, 1);
                    })),
        isa2(
            "full fence in the middle",
            carried,
            c ->
                loaded(
                    c.opaque(Y),
                    y -> {
                      VarHandle.fullFence();
                      c.opaque(Z, 1);
                    })),
        isa2(
            "load-load and store-store fence in the middle",
            Litmus.every(3),
            c ->
                loaded(
                    c.opaque(Y),
                    y -> {
                      VarHandle.loadLoadFence();
                      VarHandle.storeStoreFence();
                      c.opaque(Z, 1);
                    })),
        Litmus.of(
            "PPOAA",
            "release, acquire",
            "010 011 111",
            c -> {
              c.x = 1;
              c.release(Y, 1);
              return "";
            },
            c -> {
              int y = c.acquire(Y);
              c.z = 1;
              return y + "" + c.z + c.x;
            }));
  }

  private static Litmus iriw(String modes, String allowed, Act... acts) {
    return Litmus.of("IRIW", modes, allowed, acts);
  }

  private static Litmus isa2(String modes, String allowed, Act middle) {
    return Litmus.of(
        "ISA2",
        modes,
        allowed,
        c -> {
          c.x = 1;
          c.release(Y, 1);
          return "";
        },
        middle,
        c -> c.acquire(Z) + "" + c.x);
  }

  private static Act opaque(VarHandle cell) {
    return c -> {
      c.opaque(cell, 1);
      return "";
    };
  }

  private static Act release(VarHandle cell) {
    return c -> {
      c.release(cell, 1);
      return "";
    };
  }

  private static Act volatil(VarHandle cell) {
    return c -> {
      c.volatil(cell, 1);
      return "";
    };
  }

  private static Act reads(VarHandle one, VarHandle other) {
    return c -> c.opaque(one) + "" + c.opaque(other);
  }

  private static Act acquires(VarHandle one, VarHandle other) {
    return c -> c.acquire(one) + "" + c.acquire(other);
  }

  private static Act volatiles(VarHandle one, VarHandle other) {
    return c -> c.volatil(one) + "" + c.volatil(other);
  }

  private static Act fenced(VarHandle one, VarHandle other) {
    return c -> {
      int first = c.opaque(one);
      VarHandle.fullFence();
      return first + "" + c.opaque(other);
    };
  }
}
