package org.ptstress.stress.engine;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Inserts a branch before each access of a method: to the hook in the active thread, otherwise to
 * the original access. Instrumentation thus costs other threads next to nothing.
 *
 * <p>The types on the stack come from the stack map frames of the class, which also serve for the
 * branch.
 */
final class AccessVisitor extends AnalyzerAdapter {
  private static final String HOOK = "org/ptstress/stress/engine/hook/Hook";
  private static final String BOXES = "org/ptstress/stress/engine/hook/Boxes";
  private static final String CLOCK = "org/ptstress/stress/engine/hook/Clock";
  private static final String OBJECT = "java/lang/Object";
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";
  private static final String ATOMIC = "java/util/concurrent/atomic/Atomic";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

  private static final Set<String> UNSAFE = Set.of("jdk/internal/misc/Unsafe", "sun/misc/Unsafe");

  /** Classes with a constructor that draws a seed, and another one that takes it. */
  private static final Set<String> RANDOMS =
      Set.of("java/util/Random", "java/util/SplittableRandom");

  private static final Set<String> HANDLE_METHODS =
      Stream.of(VarHandle.AccessMode.values())
          .map(VarHandle.AccessMode::methodName)
          .collect(Collectors.toUnmodifiableSet());

  private final String type;
  private final Sites sites;
  private final int firstSpill;
  private final boolean isSynchronized;
  private final boolean isStatic;
  private final boolean freezes;

  AccessVisitor(
      String type,
      int access,
      String method,
      String descriptor,
      MethodVisitor next,
      Sites sites,
      int maxLocals,
      boolean hasFinalFields) {
    super(Opcodes.ASM9, type, access, method, descriptor, next);
    this.type = type;
    this.sites = sites;
    this.firstSpill = maxLocals;
    this.isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.freezes = hasFinalFields && method.equals("<init>");
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (isSynchronized) {
      monitorOfMethod();
      site(sites.add(type, ""));
      hook(JvmMonitors.HOOK, JvmMonitors.DESCRIPTOR);
      monitorOfMethod("monitorEnter");
    }
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    sites.reach(line);
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (stack == null
        || Selection.isSupport(owner)
        || isUninitialisedReceiver(opcode, descriptor)) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      return;
    }
    Type field = Type.getType(descriptor);
    Runnable hook =
        switch (opcode) {
          case Opcodes.GETFIELD -> () -> loadField(owner, name, field);
          case Opcodes.GETSTATIC ->
              () -> {
                mv.visitInsn(Opcodes.ACONST_NULL);
                loadField(owner, name, field);
              };
          case Opcodes.PUTFIELD -> () -> storeField(owner, name, field);
          default ->
              () -> {
                box(field);
                mv.visitInsn(Opcodes.ACONST_NULL);
                mv.visitInsn(Opcodes.SWAP);
                storeBoxed(owner, name);
              };
        };
    guarded(hook, () -> super.visitFieldInsn(opcode, owner, name, descriptor));
  }

  /** Whether a constructor stores before it calls another one; the object has not escaped then. */
  private boolean isUninitialisedReceiver(int opcode, String descriptor) {
    if (opcode != Opcodes.PUTFIELD) {
      return false;
    }
    Object receiver = stack.get(stack.size() - 1 - Type.getType(descriptor).getSize());
    return receiver == Opcodes.UNINITIALIZED_THIS;
  }

  private void loadField(String owner, String name, Type field) {
    site(sites.add(owner, name));
    hook("load", "(Ljava/lang/Object;I)Ljava/lang/Object;");
    unbox(field);
  }

  private void storeField(String owner, String name, Type field) {
    box(field);
    storeBoxed(owner, name);
  }

  private void storeBoxed(String owner, String name) {
    site(sites.add(owner, name));
    hook("store", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
  }

  @Override
  public void visitInsn(int opcode) {
    if (stack == null) {
      super.visitInsn(opcode);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      visitElementLoad(opcode);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      guarded(() -> storeElement(opcode), () -> super.visitInsn(opcode));
    } else if (opcode == Opcodes.MONITORENTER) {
      mv.visitInsn(Opcodes.DUP);
      hook("monitorEnter", "(Ljava/lang/Object;)V");
      super.visitInsn(opcode);
    } else if (opcode == Opcodes.MONITOREXIT) {
      mv.visitInsn(Opcodes.DUP);
      super.visitInsn(opcode);
      hook("monitorExit", "(Ljava/lang/Object;)V");
    } else {
      if (freezes && opcode == Opcodes.RETURN) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        hook("freeze", "(Ljava/lang/Object;)V");
      }
      if (isSynchronized && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        monitorOfMethod("monitorExit");
      }
      super.visitInsn(opcode);
    }
  }

  private void visitElementLoad(int opcode) {
    Object array = stack.get(stack.size() - 2);
    if (!(array instanceof String name)) {
      // A null type: the access throws.
      super.visitInsn(opcode);
      return;
    }
    Type element = opcode == Opcodes.AALOAD ? Type.getType(name.substring(1)) : elementOf(opcode);
    guarded(
        () -> {
          site(sites.add(type, ""));
          hook("loadElement", "(Ljava/lang/Object;II)Ljava/lang/Object;");
          unbox(element);
        },
        () -> super.visitInsn(opcode));
  }

  private void storeElement(int opcode) {
    box(elementOf(opcode - Opcodes.IASTORE + Opcodes.IALOAD));
    site(sites.add(type, ""));
    hook("storeElement", "(Ljava/lang/Object;ILjava/lang/Object;I)V");
  }

  private static Type elementOf(int load) {
    return switch (load) {
      case Opcodes.LALOAD -> Type.LONG_TYPE;
      case Opcodes.FALOAD -> Type.FLOAT_TYPE;
      case Opcodes.DALOAD -> Type.DOUBLE_TYPE;
      case Opcodes.AALOAD -> Type.getObjectType(OBJECT);
      default -> Type.INT_TYPE;
    };
  }

  @Override
  public void visitTypeInsn(int opcode, String name) {
    super.visitTypeInsn(opcode, name);
    if (stack == null) {
      return;
    }
    if (opcode == Opcodes.NEW) {
      // Inserted after the NEW, because frames identify an uninitialised object by its offset.
      site(sites.add(name, ""));
      hook("newObject", "(I)V");
    } else if (opcode == Opcodes.ANEWARRAY) {
      made();
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode == Opcodes.NEWARRAY && stack != null) {
      made();
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    if (stack != null) {
      made();
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (stack != null && bootstrap.getOwner().equals(RECORDS)) {
      // The code that the JDK generates for it is not instrumented, nor are its reads.
      boolean compares = name.equals("equals");
      mv.visitInsn(compares ? Opcodes.DUP2 : Opcodes.DUP);
      site(sites.add(type, ""));
      hook(
          "readRecord",
          compares ? "(Ljava/lang/Object;Ljava/lang/Object;I)V" : "(Ljava/lang/Object;I)V");
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    boolean captures = Type.getArgumentTypes(descriptor).length > 0;
    if (captures && stack != null && Type.getReturnType(descriptor).getSort() == Type.OBJECT) {
      made();
    }
  }

  private void made() {
    mv.visitInsn(Opcodes.DUP);
    hook("made", "(Ljava/lang/Object;)V");
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Runnable original = () -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (stack == null) {
      original.run();
    } else if (owner.equals(VAR_HANDLE) && HANDLE_METHODS.contains(name)) {
      guarded(() -> call("handle", owner, name, descriptor), original);
    } else if (UNSAFE.contains(owner) && isUnsafeAccess(name, descriptor)) {
      guarded(() -> call("unsafe", owner, name, descriptor), original);
    } else if (isFence(owner, name)) {
      site(sites.add(owner, name));
      hook("fence", "(I)V");
      original.run();
    } else if (isAtomic(owner) && !isAtomic(type) && opcode == Opcodes.INVOKEVIRTUAL) {
      site(sites.add(owner, name));
      hook("calls", "(I)V");
      original.run();
    } else if (owner.equals(LOCK_SUPPORT) && name.startsWith("park")) {
      site(sites.add(type, ""));
      hook("park", "(I)V");
      original.run();
    } else if (opcode == Opcodes.INVOKESPECIAL && owner.equals(OBJECT) && name.equals("clone")) {
      mv.visitInsn(Opcodes.DUP);
      original.run();
      site(sites.add(type, ""));
      hook("cloned", "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;");
    } else if (isHash(opcode, owner, name, descriptor)) {
      mv.visitInsn(Opcodes.DUP);
      hook("number", "(Ljava/lang/Object;)V");
      original.run();
    } else if (RANDOMS.contains(owner) && name.equals("<init>") && descriptor.equals("()V")) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "seed", "()J", false);
      super.visitMethodInsn(opcode, owner, name, "(J)V", false);
    } else if (owner.equals("java/lang/reflect/Array") && name.equals("newInstance")) {
      original.run();
      made();
    } else if (!replaced(owner, name, descriptor)) {
      original.run();
    }
  }

  private static boolean isUnsafeAccess(String name, String descriptor) {
    return descriptor.startsWith("(Ljava/lang/Object;J")
        && Stream.of("get", "put", "compareAnd", "weakCompareAnd").anyMatch(name::startsWith)
        && !name.contains("Unaligned");
  }

  /** Whether a call asks the object on top of the stack for its hash. */
  private static boolean isHash(int opcode, String owner, String name, String descriptor) {
    return name.equals("hashCode")
        && (opcode == Opcodes.INVOKESTATIC
            ? owner.equals("java/util/Objects")
            : descriptor.equals("()I"));
  }

  private static boolean isAtomic(String owner) {
    return owner.startsWith(ATOMIC);
  }

  private static boolean isFence(String owner, String name) {
    return (owner.equals(VAR_HANDLE) || UNSAFE.contains(owner)) && name.endsWith("Fence");
  }

  /** Redirects calls of the JDK that the hook replaces; returns whether it did. */
  private boolean replaced(String owner, String name, String descriptor) {
    String call = owner + "." + name + descriptor;
    if (owner.startsWith("[") && name.equals("clone")) {
      site(sites.add(type, ""));
      hook("cloneOf", "(Ljava/lang/Object;I)Ljava/lang/Object;");
      tracked(1, OBJECT);
      return true;
    }
    switch (call) {
      case "java/lang/Thread.onSpinWait()V", "java/lang/Thread.yield()V" -> {
        site(sites.add(type, ""));
        hook("spin", "(I)V");
        return true;
      }
      case "java/lang/System.arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V" -> {
        site(sites.add(type, ""));
        hook("copy", "(Ljava/lang/Object;ILjava/lang/Object;III)V");
        tracked(5);
        return true;
      }
      case "java/lang/System.identityHashCode(Ljava/lang/Object;)I" -> {
        hook("identityHash", "(Ljava/lang/Object;)I");
        tracked(1, Opcodes.INTEGER);
        return true;
      }
      case "java/lang/Thread.getId()J", "java/lang/Thread.threadId()J" -> {
        hook("numberOf", "(Ljava/lang/Thread;)J");
        tracked(1, Opcodes.LONG, Opcodes.TOP);
        return true;
      }
      case "java/lang/System.currentTimeMillis()J", "java/lang/System.nanoTime()J" -> {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CLOCK, name, descriptor, false);
        tracked(0, Opcodes.LONG, Opcodes.TOP);
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** Applies to the analysed stack the effect of a call that was emitted past the analyser. */
  private void tracked(int popped, Object... pushed) {
    for (int i = 0; i < popped; i++) {
      stack.remove(stack.size() - 1);
    }
    stack.addAll(List.of(pushed));
  }

  /** Passes the operands of a call in an array. */
  private void call(String hook, String owner, String name, String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    List<Type> operands = new ArrayList<>(List.of(parameters));
    operands.add(0, Type.getObjectType(OBJECT));
    int[] locals = new int[operands.size()];
    int next = firstSpill;
    for (int i = 0; i < locals.length; i++) {
      locals[i] = next;
      next += operands.get(i).getSize();
    }
    for (int i = locals.length - 1; i >= 0; i--) {
      mv.visitVarInsn(operands.get(i).getOpcode(Opcodes.ISTORE), locals[i]);
    }
    mv.visitLdcInsn(locals.length);
    mv.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    for (int i = 0; i < locals.length; i++) {
      mv.visitInsn(Opcodes.DUP);
      mv.visitLdcInsn(i);
      mv.visitVarInsn(operands.get(i).getOpcode(Opcodes.ILOAD), locals[i]);
      box(operands.get(i));
      mv.visitInsn(Opcodes.AASTORE);
    }
    site(sites.add(owner, name));
    hook(hook, "([Ljava/lang/Object;I)Ljava/lang/Object;");
    unbox(Type.getReturnType(descriptor));
  }

  private void monitorOfMethod(String hook) {
    monitorOfMethod();
    hook(hook, "(Ljava/lang/Object;)V");
  }

  private void monitorOfMethod() {
    if (isStatic) {
      mv.visitLdcInsn(Type.getObjectType(type));
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private void guarded(Runnable hook, Runnable original) {
    Label off = new Label();
    Label end = new Label();
    hook("on", "()Z");
    mv.visitJumpInsn(Opcodes.IFEQ, off);
    hook.run();
    mv.visitJumpInsn(Opcodes.GOTO, end);
    mv.visitLabel(off);
    frame();
    original.run();
    mv.visitLabel(end);
    frame();
    // Separates two frames: only one may be at an offset, and one of the class may follow.
    mv.visitInsn(Opcodes.NOP);
  }

  private void frame() {
    Object[] now = entries(locals);
    Object[] onStack = entries(stack);
    mv.visitFrame(Opcodes.F_NEW, now.length, now, onStack.length, onStack);
  }

  /** The types of a frame, where long and double have one entry; the analyser has two. */
  private static Object[] entries(List<Object> types) {
    List<Object> entries = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Object entry = types.get(i);
      entries.add(entry);
      if (entry == Opcodes.LONG || entry == Opcodes.DOUBLE) {
        i++;
      }
    }
    return entries.toArray();
  }

  private void box(Type value) {
    switch (value.getSort()) {
      case Type.OBJECT, Type.ARRAY -> {}
      case Type.LONG, Type.FLOAT, Type.DOUBLE ->
          boxes("box", "(" + value.getDescriptor() + ")Ljava/lang/Object;");
      default -> boxes("box", "(I)Ljava/lang/Object;");
    }
  }

  private void unbox(Type value) {
    switch (value.getSort()) {
      case Type.VOID -> mv.visitInsn(Opcodes.POP);
      case Type.OBJECT, Type.ARRAY -> {
        if (!value.getInternalName().equals(OBJECT)) {
          mv.visitTypeInsn(Opcodes.CHECKCAST, value.getInternalName());
        }
      }
      case Type.LONG -> boxes("toLong", "(Ljava/lang/Object;)J");
      case Type.FLOAT -> boxes("toFloat", "(Ljava/lang/Object;)F");
      case Type.DOUBLE -> boxes("toDouble", "(Ljava/lang/Object;)D");
      default -> boxes("toInt", "(Ljava/lang/Object;)I");
    }
  }

  private void site(int number) {
    mv.visitLdcInsn(number);
  }

  private void hook(String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, method, descriptor, false);
  }

  private void boxes(String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, BOXES, method, descriptor, false);
  }
}
