package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/memory-ordering.md against every field of the model that threads can share. */
class MemoryOrderingTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ONE_THREAD =
      Pattern.compile("belongs to one\\s+thread \\((.*?)\\)", Pattern.DOTALL);
  private static final Pattern PLACES =
      Pattern.compile("## Which orders are needed\n.*?(?=\n## )", Pattern.DOTALL);
  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.ptstress.model");

  @Test
  void everySharedFieldHasARow() throws IOException {
    assertThat(missing(document(), MODEL)).isEmpty();
  }

  @Test
  void everyRowIsOfAField() throws IOException {
    Set<String> fields =
        MODEL.stream()
            .flatMap(type -> type.getFields().stream())
            .map(MemoryOrderingTest::name)
            .collect(Collectors.toSet());
    assertThat(fields).containsAll(rows(document()));
  }

  @Test
  void findsARowThatIsMissing() throws IOException {
    assertThat(missing(document().replace("| `KTimer.freed` ", "| "), MODEL))
        .containsExactly("KTimer.freed");
  }

  @Test
  void findsAFieldOfEachKind() {
    JavaClasses shared = new ClassFileImporter().importClasses(Shared.class, ReadOnly.class);
    String prefix = "MemoryOrderingTest.Shared.";
    assertThat(missing("", shared))
        .containsExactly(
            prefix + "atomic", prefix + "elements", prefix + "map", prefix + "mutable");
  }

  /** Without the section whose tables are of places in the code, not of fields. */
  private static String document() throws IOException {
    return PLACES.matcher(Files.readString(Path.of("../docs/memory-ordering.md"))).replaceFirst("");
  }

  /** Shared fields that have no row and are not said to belong to one thread. */
  private static Set<String> missing(String document, JavaClasses classes) {
    Set<String> known = new TreeSet<>(rows(document));
    Matcher paragraph = ONE_THREAD.matcher(document);
    if (paragraph.find()) {
      CODE.matcher(paragraph.group(1)).results().forEach(code -> known.add(code.group(1)));
    }
    return classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(MemoryOrderingTest::isShared)
        .filter(field -> !known.contains(name(field.getOwner())))
        .map(MemoryOrderingTest::name)
        .filter(field -> !known.contains(field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The fields in the first column of the tables: a name without a class is of the class before.
   */
  private static Set<String> rows(String document) {
    Set<String> fields = new TreeSet<>();
    document
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf(" |")).replaceAll("\\([^)]*\\)", ""))
        .forEach(
            cell -> {
              String type = "";
              for (String code :
                  CODE.matcher(cell).results().map(found -> found.group(1)).toList()) {
                String field = code.replace("[]", "");
                int dot = field.lastIndexOf('.');
                if (dot >= 0) {
                  type = field.substring(0, dot + 1);
                  fields.add(field);
                } else if (!type.isEmpty() && Character.isLowerCase(field.charAt(0))) {
                  fields.add(type + field);
                }
              }
            });
    return fields;
  }

  /**
   * Not final, or final and a thing that changes: an atomic, a collection, elements of an array.
   */
  private static boolean isShared(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    if (modifiers.contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    if (!modifiers.contains(JavaModifier.FINAL)) {
      return true;
    }
    JavaClass type = field.getRawType();
    return type.getPackageName().startsWith("java.util.concurrent.atomic")
        || (type.getPackageName().startsWith("java.util") && isMadeConcurrent(field))
        || (type.isArray() && hasSharedElements(field.getOwner()));
  }

  private static boolean isMadeConcurrent(JavaField field) {
    return field.getOwner().getConstructorCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().getPackageName().equals("java.util.concurrent")
                    && call.getTargetOwner().isAssignableTo(field.getRawType().getName()));
  }

  /** Whether the outermost class around a type has a handle on the elements of arrays. */
  private static boolean hasSharedElements(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return List.of(outermost, type).stream()
        .flatMap(each -> each.getMethodCallsFromSelf().stream())
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(MethodHandles.class)
                    && call.getName().equals("arrayElementVarHandle"));
  }

  private static String name(JavaField field) {
    return name(field.getOwner()) + "." + field.getName();
  }

  private static String name(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** A field of each kind that needs a row. */
  @SuppressWarnings("unused") // only looked at
  private static final class Shared {
    private static final java.lang.invoke.VarHandle ELEMENT =
        MethodHandles.arrayElementVarHandle(int[].class);
    private final java.util.concurrent.atomic.AtomicInteger atomic =
        new java.util.concurrent.atomic.AtomicInteger();
    private final java.util.Map<Integer, Integer> map =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final int[] elements = {0};
    private int mutable;
  }

  /** Fields that need none. */
  @SuppressWarnings("unused") // only looked at
  private static final class ReadOnly {
    private final int value = new java.util.Random().nextInt();
    private final int[] elements = {0};
    private final List<Integer> list = List.of();
  }
}
