package org.ptstress.stress.engine;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns a synchronized method into one with a synchronized block. The JVM enters the monitor of the
 * former before any of its code runs, so no hook could keep a thread from really blocking there.
 */
final class SynchronizedMethods {
  private SynchronizedMethods() {}

  /**
   * Rewrites a synchronized method that has code. Only at load time, because retransformation
   * cannot change modifiers.
   */
  static void rewrite(String type, MethodNode method) {
    boolean isSynchronized = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
    if (!isSynchronized || method.instructions.size() == 0) {
      return;
    }
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    method.access &= ~Opcodes.ACC_SYNCHRONIZED;
    InsnList code = method.instructions;
    for (AbstractInsnNode each : code.toArray()) {
      if (each.getOpcode() >= Opcodes.IRETURN && each.getOpcode() <= Opcodes.RETURN) {
        code.insertBefore(each, monitor(type, isStatic, Opcodes.MONITOREXIT));
      }
    }
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode handler = new LabelNode();
    InsnList enter = monitor(type, isStatic, Opcodes.MONITORENTER);
    enter.add(start);
    LineNumberNode line = firstLine(code);
    if (line != null) {
      // A separate label, because that of the line may be the target of a loop.
      LabelNode place = new LabelNode();
      enter.insert(new LineNumberNode(line.line, place));
      enter.insert(place);
    }
    code.insert(enter);
    code.add(end);
    code.add(handler);
    Object[] locals = isStatic ? new Object[0] : new Object[] {type};
    code.add(
        new FrameNode(
            Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"}));
    code.add(monitor(type, isStatic, Opcodes.MONITOREXIT));
    code.add(new InsnNode(Opcodes.ATHROW));
    // Added last, because the method's own handlers are nested in it.
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
    method.maxStack += 1;
  }

  /** The line number in front of the first instruction, or null if it has none. */
  private static @Nullable LineNumberNode firstLine(InsnList code) {
    for (AbstractInsnNode each : code.toArray()) {
      if (each instanceof LineNumberNode line) {
        return line;
      } else if (each.getOpcode() >= 0) {
        break;
      }
    }
    return null;
  }

  private static InsnList monitor(String type, boolean isStatic, int opcode) {
    InsnList code = new InsnList();
    code.add(
        isStatic ? new LdcInsnNode(Type.getObjectType(type)) : new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new InsnNode(opcode));
    return code;
  }
}
