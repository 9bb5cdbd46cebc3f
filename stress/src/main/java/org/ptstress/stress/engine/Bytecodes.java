package org.ptstress.stress.engine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Makes a method count its executed bytecodes: each basic block adds its length on entry. A block
 * that is left by an exception counts as a whole.
 */
final class Bytecodes {
  private static final String HOOK = "org/ptstress/stress/engine/hook/Hook";

  private Bytecodes() {}

  static void count(MethodNode method) {
    Set<LabelNode> targets = targets(method);
    @Nullable AbstractInsnNode first = null;
    int length = 0;
    for (AbstractInsnNode each : method.instructions.toArray()) {
      if (each instanceof LabelNode label && targets.contains(label)) {
        insert(method, first, length);
        first = null;
        length = 0;
      } else if (each.getOpcode() >= 0) {
        first = first == null ? each : first;
        length++;
        if (ends(each)) {
          insert(method, first, length);
          first = null;
          length = 0;
        }
      }
    }
    insert(method, first, length);
  }

  private static Set<LabelNode> targets(MethodNode method) {
    Set<LabelNode> targets = new HashSet<>();
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof JumpInsnNode jump) {
        targets.add(jump.label);
      } else if (each instanceof TableSwitchInsnNode table) {
        targets.addAll(table.labels);
        targets.add(table.dflt);
      } else if (each instanceof LookupSwitchInsnNode lookup) {
        targets.addAll(lookup.labels);
        targets.add(lookup.dflt);
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      targets.add(block.handler);
    }
    return targets;
  }

  private static boolean ends(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return instruction instanceof JumpInsnNode
        || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN)
        || opcode == Opcodes.ATHROW;
  }

  private static void insert(MethodNode method, @Nullable AbstractInsnNode first, int length) {
    if (first == null) {
      return;
    }
    InsnList call = new InsnList();
    call.add(constant(length));
    call.add(new MethodInsnNode(Opcodes.INVOKESTATIC, HOOK, "executes", "(I)V", false));
    if (first.getOpcode() == Opcodes.NEW) {
      // Inserted after the NEW, because frames identify an uninitialised object by its offset.
      method.instructions.insert(first, call);
    } else {
      method.instructions.insertBefore(first, call);
    }
  }

  private static AbstractInsnNode constant(int value) {
    if (value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    return value <= Short.MAX_VALUE
        ? new IntInsnNode(Opcodes.SIPUSH, value)
        : new LdcInsnNode(value);
  }
}
