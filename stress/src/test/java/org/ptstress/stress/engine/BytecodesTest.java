package org.ptstress.stress.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.ptstress.stress.engine.record.Recorder;
import org.ptstress.stress.engine.record.Recording;

/** A method whose bytecodes are known: it goes around a loop, and makes an object each time. */
class BytecodesTest {
  private static final int ROUNDS = 10;

  /** Before the loop, the condition once more than the rounds, the rounds, behind the loop. */
  private static final int EXPECTED = 2 + 3 * (ROUNDS + 1) + 6 * ROUNDS + 2;

  @Test
  void everyBytecodeThatIsExecutedCounts() throws ReflectiveOperationException {
    Method counting = method(true);
    Method plain = method(false);
    Object[] results = new Object[2];
    Recording recording = new Recorder().record(() -> results[0] = call(counting));
    assertThat(recording.bytecodes(false)).isEqualTo(EXPECTED);
    assertThat(recording.bytecodes(true)).isZero();
    Recording nothing = new Recorder().record(() -> results[1] = call(plain));
    assertThat(nothing.bytecodes(false)).isZero();
    assertThat(results).containsExactly(ROUNDS, ROUNDS);
  }

  private static Object call(Method method) {
    try {
      return method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Method method(boolean counts) throws ReflectiveOperationException {
    MethodNode node =
        new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "()I", null, null);
    Label loop = new Label();
    Label end = new Label();
    node.visitInsn(Opcodes.ICONST_0);
    node.visitVarInsn(Opcodes.ISTORE, 0);
    node.visitLabel(loop);
    node.visitVarInsn(Opcodes.ILOAD, 0);
    node.visitIntInsn(Opcodes.BIPUSH, ROUNDS);
    node.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    node.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
    node.visitInsn(Opcodes.DUP);
    node.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    node.visitInsn(Opcodes.POP);
    node.visitIincInsn(0, 1);
    node.visitJumpInsn(Opcodes.GOTO, loop);
    node.visitLabel(end);
    node.visitVarInsn(Opcodes.ILOAD, 0);
    node.visitInsn(Opcodes.IRETURN);
    if (counts) {
      Bytecodes.count(node);
    }
    String name = BytecodesTest.class.getName().replace('.', '/') + "$Loop";
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    node.accept(writer);
    return MethodHandles.lookup()
        .defineHiddenClass(writer.toByteArray(), true)
        .lookupClass()
        .getMethod("run");
  }
}
