package org.ptstress.stress.engine;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reports the monitors that a class enters, and nothing else: for classes of the JDK whose accesses
 * are not instrumented.
 */
final class JvmMonitors {
  /** The hook, and the types of its arguments: the object, and the site. */
  static final String HOOK = "heldEnter";

  static final String DESCRIPTOR = "(Ljava/lang/Object;I)V";

  private static final String OWNER = "org/ptstress/stress/engine/hook/Hook";

  private JvmMonitors() {}

  /** The class with its reports, or null if it enters no monitor. */
  static byte @Nullable [] report(byte[] bytes) {
    ClassNode node = new ClassNode();
    ClassReader reader = new ClassReader(bytes);
    reader.accept(node, 0);
    boolean reports = false;
    for (MethodNode method : node.methods) {
      // Class initialisers run once, for all threads.
      if (!method.name.equals("<clinit>") && method.instructions.size() > 0) {
        reports |= report(node.name, method);
      }
    }
    if (!reports) {
      return null;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static boolean report(String type, MethodNode method) {
    Sites sites = new Sites(type, method.name, null);
    boolean reports = false;
    for (AbstractInsnNode each : method.instructions.toArray()) {
      if (each.getOpcode() == Opcodes.MONITORENTER) {
        method.instructions.insertBefore(each, new InsnNode(Opcodes.DUP));
        method.instructions.insert(each, report(sites.add(type, "")));
        reports = true;
      }
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      InsnList code = report(sites.add(type, ""));
      boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
      code.insert(
          isStatic ? new LdcInsnNode(Type.getObjectType(type)) : new VarInsnNode(Opcodes.ALOAD, 0));
      method.instructions.insert(code);
      reports = true;
    }
    return reports;
  }

  private static InsnList report(int site) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(site));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, OWNER, HOOK, DESCRIPTOR, false));
    return code;
  }
}
