package org.ptstress.stress.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Excludes the JVM's upcalls from recording: class loading and the linking of lambda expressions.
 * They happen in the middle of the code that needs them first, and use instrumented collections.
 */
final class RuntimeGuard {
  /** A guarded class, on which the agent tries the guard. */
  static final String EXAMPLE = "java/lang/invoke/MethodHandleNatives";

  /** The prefixes of the guarded methods of each class. */
  private static final Map<String, List<String>> CALLED =
      Map.of(
          "jdk/internal/loader/BuiltinClassLoader",
          List.of("loadClass"),
          EXAMPLE,
          List.of("link", "findMethodHandleType"));

  private static final String HOOK = "org/ptstress/stress/engine/hook/Hook";

  private RuntimeGuard() {}

  /** Whether a class of the JDK is guarded. */
  static boolean includes(String name) {
    return CALLED.containsKey(name);
  }

  static byte[] guard(String name, byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
    for (MethodNode method : node.methods) {
      boolean isCalled =
          CALLED.getOrDefault(name, List.of()).stream().anyMatch(method.name::startsWith);
      if (isCalled && Type.getReturnType(method.desc).getSort() == Type.OBJECT) {
        guard(name, method);
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static void guard(String owner, MethodNode method) {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    for (AbstractInsnNode each : method.instructions.toArray()) {
      if (each.getOpcode() == Opcodes.ARETURN) {
        method.instructions.insertBefore(each, hook("resume"));
      }
    }
    InsnList before = new InsnList();
    before.add(hook("pause"));
    before.add(start);
    method.instructions.insert(before);
    Object[] locals = locals(owner, method);
    InsnList handler = new InsnList();
    handler.add(end);
    handler.add(
        new FrameNode(
            Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"}));
    handler.add(hook("resume"));
    handler.add(new InsnNode(Opcodes.ATHROW));
    method.instructions.add(handler);
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, "java/lang/Throwable"));
  }

  private static Object[] locals(String owner, MethodNode method) {
    List<Object> locals = new ArrayList<>();
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      locals.add(owner);
    }
    for (Type argument : Type.getArgumentTypes(method.desc)) {
      boolean isReference = argument.getSort() >= Type.ARRAY;
      locals.add(isReference ? argument.getInternalName() : Opcodes.INTEGER);
    }
    return locals.toArray();
  }

  private static MethodInsnNode hook(String name) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, HOOK, name, "()V", false);
  }
}
