package org.ptstress.stress.engine.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A method for each kind of access. It returns what the accesses yield, which must be the same
 * whether they are recorded or not.
 */
@SuppressWarnings({"unused", "NonAtomicVolatileUpdate", "UnusedVariable", "FieldMayBeFinal"})
public final class Subject {
  private static final VarHandle INT;
  private static final VarHandle LONG;
  private static final VarHandle REFERENCE;
  private static final VarHandle FLAG;
  private static final VarHandle STATIC;
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle STRINGS = MethodHandles.arrayElementVarHandle(String[].class);

  private static final AtomicIntegerFieldUpdater<Subject> UPDATER =
      AtomicIntegerFieldUpdater.newUpdater(Subject.class, "polled");

  private static final AtomicReferenceFieldUpdater<Subject, String> REFERENCE_UPDATER =
      AtomicReferenceFieldUpdater.newUpdater(Subject.class, String.class, "shown");

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      INT = lookup.findVarHandle(Subject.class, "number", int.class);
      LONG = lookup.findVarHandle(Subject.class, "wide", long.class);
      REFERENCE = lookup.findVarHandle(Subject.class, "text", String.class);
      FLAG = lookup.findVarHandle(Subject.class, "flag", boolean.class);
      STATIC = lookup.findStaticVarHandle(Subject.class, "shared", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Makes one with its first values. */
  public Subject() {}

  /** Gives the static field its first value. */
  public static void reset() {
    shared = 3;
  }

  private static int shared = 3;

  private int number = 5;
  private long wide = 1L << 40;
  private String text = "a";
  private boolean flag;
  private byte small = -1;
  private char letter = 'x';
  private short half = -2;
  private float single = 1.5f;
  private double twice = 2.5;
  private final int constant = number + 1;
  private volatile int polled = 9;
  private volatile @Nullable String shown = "s";
  private int[] ints = {1, 2, 3};
  private long[] longs = {4, 5};
  private boolean[] flags = {true, false};
  private byte[] bytes = {-1};
  private double[] doubles = {0.5};
  private String[] strings = {"p", "q"};
  private final AtomicInteger atomic = new AtomicInteger(7);
  private final AtomicLong atomicLong = new AtomicLong(8);
  private final AtomicBoolean atomicFlag = new AtomicBoolean();
  private final AtomicReference<String> atomicText = new AtomicReference<>("t");
  private final AtomicIntegerArray atomicInts = new AtomicIntegerArray(3);
  private final Object monitor = new Object();
  private final Copied copied = new Copied();
  private final Key key = new Key(1L << 33, 2);
  private final Key otherKey = new Key(1L << 33, 3);

  @Recorded("load number, store number, load number")
  Object intField() {
    number = number + 2;
    return number;
  }

  @Recorded("load wide, store wide, load wide")
  Object longField() {
    wide = wide + 2;
    return wide;
  }

  @Recorded(
      "store small, store letter, store half, store flag, load small, load letter, load half, load flag")
  Object narrowFields() {
    small = (byte) 200;
    letter = 'y';
    half = (short) 40_000;
    flag = true;
    return small + ";" + letter + ";" + half + ";" + flag;
  }

  @Recorded("load single, store single, load twice, store twice, load single, load twice")
  Object floatingFields() {
    single = single + 1;
    twice = twice / 2;
    return single + ";" + twice;
  }

  @Recorded("store text, load text")
  Object referenceField() {
    text = "b";
    return text;
  }

  @Recorded("load polled, store polled, load constant")
  Object volatileField() {
    polled = polled + 1;
    return constant;
  }

  @Recorded("load static Subject, store static Subject, load static Subject")
  Object staticField() {
    shared = shared + 1;
    return shared;
  }

  @Recorded("load ints, load ints[], load ints, store ints[], load ints, load ints[]")
  Object intElement() {
    int old = ints[0];
    ints[2] = 9;
    return old + ints[2];
  }

  @Recorded(
      "load longs, store longs[], load longs, load longs[], load flags, store flags[], load flags, load flags[]")
  Object otherElements() {
    longs[1] = 1L << 50;
    long a = longs[1];
    flags[1] = true;
    return a + ";" + flags[1];
  }

  @Recorded(
      "load bytes, load bytes, load doubles, store doubles[], load doubles, load doubles[], load strings, store strings[], load strings, load strings[]")
  Object moreElements() {
    bytes[0] = (byte) 129;
    byte a = bytes[0];
    doubles[0] = 0.25;
    double b = doubles[0];
    strings[1] = "r";
    return a + ";" + b + ";" + strings[1];
  }

  @Recorded("load ints")
  Object outOfBounds() {
    try {
      return ints[3];
    } catch (ArrayIndexOutOfBoundsException e) {
      return "out of bounds";
    }
  }

  @Recorded("load strings")
  Object wrongElement() {
    Object[] objects = strings;
    try {
      objects[0] = 1;
      return "stored";
    } catch (ArrayStoreException e) {
      return "refused";
    }
  }

  @Recorded("")
  Object nothingThere() {
    Subject none = nobody();
    try {
      return none.number;
    } catch (NullPointerException e) {
      return "null";
    }
  }

  @SuppressWarnings("NullAway") // to fail is what it is for
  private static Subject nobody() {
    return null;
  }

  @Recorded("RMW number, RMW number, RMW number, RMW number, RMW number, RMW number, load number")
  Object handleArithmetic() {
    int a = (int) INT.getAndAdd(this, 3);
    int b = (int) INT.getAndAddAcquire(this, -1);
    int c = (int) INT.getAndBitwiseOr(this, 64);
    int d = (int) INT.getAndBitwiseAndRelease(this, 0xF0);
    int e = (int) INT.getAndBitwiseXor(this, 3);
    int f = (int) INT.getAndSet(this, 11);
    return a + ";" + b + ";" + c + ";" + d + ";" + e + ";" + f + ";" + (int) INT.getVolatile(this);
  }

  @Recorded("RMW number, RMW number, RMW number, RMW number, RMW number")
  Object handleComparisons() {
    boolean a = INT.compareAndSet(this, 5, 6);
    boolean b = INT.compareAndSet(this, 5, 7);
    int c = (int) INT.compareAndExchange(this, 6, 8);
    int d = (int) INT.compareAndExchangeAcquire(this, 6, 9);
    boolean e = INT.weakCompareAndSetPlain(this, 1, 2);
    return a + ";" + b + ";" + c + ";" + d + ";" + e;
  }

  @Recorded("store number, store number, store number, load number, load number, load number")
  Object handleModes() {
    INT.setOpaque(this, 1);
    INT.setRelease(this, 2);
    INT.set(this, 3);
    return (int) INT.getOpaque(this) + (int) INT.getAcquire(this) + (int) INT.get(this);
  }

  @Recorded("RMW wide, RMW flag, RMW flag, load wide, load flag")
  Object handlesOfOtherTypes() {
    // The int is widened by the handle.
    long a = (long) LONG.getAndAdd(this, 1);
    boolean b = FLAG.compareAndSet(this, false, true);
    boolean c = (boolean) FLAG.getAndBitwiseAnd(this, true);
    return a + ";" + (long) LONG.getVolatile(this) + ";" + b + c + (boolean) FLAG.getVolatile(this);
  }

  @Recorded("RMW text, RMW text, RMW text, load text")
  Object handleOfReference() {
    String a = (String) REFERENCE.getAndSet(this, "c");
    boolean b = REFERENCE.compareAndSet(this, "c", "d");
    Object c = REFERENCE.compareAndExchange(this, new String("d"), "e");
    return a + b + c + (String) REFERENCE.getAcquire(this);
  }

  @Recorded("")
  Object handleOfWrongClass() {
    try {
      REFERENCE.set(this, (Object) 1);
      return "stored";
    } catch (ClassCastException e) {
      return "refused";
    }
  }

  @Recorded("RMW static Subject, load static Subject")
  Object handleOfStatic() {
    int a = (int) STATIC.getAndAdd(2);
    return a + ";" + (int) STATIC.getVolatile();
  }

  @Recorded(
      "load ints, RMW ints[], load ints, load ints[], load strings, RMW strings[], load strings, load strings[]")
  Object handlesOfElements() {
    int a = (int) INTS.getAndAdd(ints, 1, 40);
    int b = (int) INTS.getAcquire(ints, 1);
    boolean c = STRINGS.compareAndSet(strings, 0, "p", "z");
    return a + ";" + b + c + (String) STRINGS.getVolatile(strings, 0);
  }

  @Recorded(
      "load atomic, RMW atomic.value, load atomic, RMW atomic.value, load atomic, load atomic.value, load atomic, load atomic.value, RMW atomic.value")
  Object atomicInteger() {
    int a = atomic.incrementAndGet();
    boolean b = atomic.compareAndSet(8, 20);
    int c = atomic.get();
    int d = atomic.accumulateAndGet(30, Math::max);
    return a + ";" + b + ";" + c + ";" + d;
  }

  @Recorded(
      "load atomicLong, RMW atomicLong.value, load atomicFlag, RMW atomicFlag.value, load atomicText, RMW atomicText.value, load atomicText, load atomicText.value")
  Object otherAtomics() {
    long a = atomicLong.getAndAdd(5);
    boolean b = atomicFlag.getAndSet(true);
    boolean c = atomicText.weakCompareAndSetVolatile("t", "u");
    return a + ";" + b + c + atomicText.getPlain();
  }

  @Recorded(
      "load atomicInts, load atomicInts.array, RMW atomicInts.array[], load atomicInts, load atomicInts.array, load atomicInts.array[]")
  Object atomicArray() {
    int a = atomicInts.addAndGet(2, 6);
    return a + ";" + atomicInts.get(2);
  }

  @Recorded("RMW polled, load polled, RMW shown, load shown")
  Object updaters() {
    int a = UPDATER.getAndAdd(this, 4);
    int b = UPDATER.get(this);
    boolean c = REFERENCE_UPDATER.compareAndSet(this, "s", "n");
    return a + ";" + b + c + REFERENCE_UPDATER.get(this);
  }

  @Recorded(
      "load monitor, RMW monitor.monitor, load number, store number, load monitor, store monitor.monitor")
  Object monitor() {
    Object taken = monitor;
    synchronized (taken) {
      number = number + 1;
      Object again = monitor;
    }
    return "left";
  }

  @Recorded("RMW monitor, load number, store monitor")
  synchronized Object synchronizedMethod() {
    return number;
  }

  @Recorded("fence, fence, fence")
  Object fences() {
    VarHandle.fullFence();
    VarHandle.acquireFence();
    VarHandle.storeStoreFence();
    return "";
  }

  @Recorded(
      "load ints, load ints, load ints[], store ints[], load ints[], store ints[], load ints, load ints[]")
  Object overlappingCopy() {
    System.arraycopy(ints, 0, ints, 1, 2);
    return ints[2];
  }

  @Recorded(
      "load ints, allocation, load ints[], store (int[])[], load ints[], store (int[])[], load ints[], store (int[])[], load (int[])[]")
  Object cloned() {
    return ints.clone()[1];
  }

  @Recorded("allocation, store (Link).value, allocation, allocation, load (Link).value")
  Object allocations() {
    Link link = new Link(4);
    int[] array = new int[2];
    String[][] many = new String[1][2];
    return link.value + array.length + many.length;
  }

  @Recorded(
      "load copied, allocation, load copied.number, store (Copied).number, load (Copied).number")
  Object clonedObject() {
    return copied.clone().number;
  }

  @Recorded("load key, load key.address, load key.id")
  Object hashOfRecord() {
    return key.hashCode();
  }

  @Recorded(
      "load key, load otherKey, load key.address, load key.id, load otherKey.address, load otherKey.id")
  Object equalRecords() {
    return key.equals(otherKey);
  }

  @Recorded("load key, load number")
  Object recordAndOther() {
    return key.equals((Object) number);
  }

  @Recorded("allocation")
  Object reflectiveArray() {
    return ((int[]) Array.newInstance(int.class, 3)).length;
  }

  private record Key(long address, int id) {}

  private static final class Copied implements Cloneable {
    private int number = 4;

    @Override
    public Copied clone() {
      try {
        return (Copied) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Link {
    private final int value;

    Link(int value) {
      this.value = value;
    }
  }
}
