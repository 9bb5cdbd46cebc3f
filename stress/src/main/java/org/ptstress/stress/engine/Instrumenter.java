package org.ptstress.stress.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Rewrites a class so that its accesses can be passed to a backend. */
final class Instrumenter extends ClassVisitor {
  /** The mask that tells a final instance field. */
  private static final int FINAL = Opcodes.ACC_FINAL | Opcodes.ACC_STATIC;

  private final @Nullable ClassLoader loader;
  private final Map<String, Integer> maxLocals = new HashMap<>();
  private String name = "";
  private boolean hasFinalFields;

  private Instrumenter(ClassVisitor next, @Nullable ClassLoader loader) {
    super(Opcodes.ASM9, next);
    this.loader = loader;
  }

  /** The moment of a class's instrumentation. */
  enum Moment {
    /** While it is loaded. */
    LOADING,
    /** After it was loaded: the signatures and modifiers of its methods must not change. */
    LATER
  }

  static byte[] instrument(
      byte[] bytes, @Nullable ClassLoader loader, boolean countsBytecodes, Moment moment) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
    // Frames are kept: computing them would load classes.
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Instrumenter instrumenter = new Instrumenter(writer, loader);
    for (MethodNode method : node.methods) {
      instrumenter.maxLocals.put(method.name + method.desc, method.maxLocals);
      if (countsBytecodes && !method.name.equals("<clinit>")) {
        Bytecodes.count(method);
      }
      if (moment == Moment.LOADING) {
        SynchronizedMethods.rewrite(node.name, method);
      }
    }
    instrumenter.hasFinalFields =
        node.fields.stream().anyMatch(field -> (field.access & FINAL) == Opcodes.ACC_FINAL);
    node.accept(instrumenter);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.name = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    // Class initialisers run once, at a moment that depends on earlier executions.
    if (!hasCode || method.equals("<clinit>")) {
      return next;
    }
    int locals = maxLocals.getOrDefault(method + descriptor, 0);
    return new AccessVisitor(
        name,
        access,
        method,
        descriptor,
        next,
        new Sites(name, method, loader),
        locals,
        hasFinalFields);
  }
}
