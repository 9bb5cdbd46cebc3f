package org.ptstress.reports.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.reports.cli.DesignJar;
import org.ptstress.reports.phase.UserException;

class OutsideDesignsTest {
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final String classPath = System.getProperty("java.class.path");

  @TempDir private Path temp;

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
    assertThat(System.getProperty("java.class.path")).isEqualTo(classPath);
    assertThat(Designs.all()).extracting(Design::name).doesNotContain("MyTable");
  }

  @Test
  void aDesignOfAJarIsInTheCatalogueAndOnTheClassPathOfChildren() throws IOException {
    Path jar = DesignJar.of(temp, DesignJar.example());
    try (OutsideDesigns outside = OutsideDesigns.on(jar.toString())) {
      assertThat(outside.designs()).extracting(Design::name).containsExactly("MyTable");
      assertThat(outside.catalogue()).hasSize(Designs.all().size());
      assertThat(Designs.named("MyTable").summary()).contains("ConcurrentHashMap");
      assertThat(System.getProperty("java.class.path")).endsWith(jar.toString());
    }
  }

  @Test
  void aFolderServesAsWellAndNeedNotHoldTheServiceFileItself() throws IOException {
    DesignJar.of(temp, DesignJar.example(), "");
    Path services = temp.resolve("resources/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(Design.class.getName()), "my.MyTable # mine\n", UTF_8);
    String path =
        temp.resolve("classes") + System.getProperty("path.separator") + temp.resolve("resources");
    try (OutsideDesigns outside = OutsideDesigns.on(path)) {
      assertThat(outside.designs()).hasSize(1);
    }
  }

  @Test
  void aPathThatDoesNotExistIsNamed() {
    refused(temp.resolve("none.jar")).withMessageContaining("none.jar does not exist; build it");
  }

  @Test
  void aFileThatIsNoJarIsNamed() throws IOException {
    refused(Files.writeString(temp.resolve("MyTable.java"), "class", UTF_8))
        .withMessageContaining("MyTable.java is neither a folder nor a readable jar");
  }

  @Test
  void aJarWithoutAServiceFileIsToldWhatToAdd() throws IOException {
    Path jar = DesignJar.of(temp, DesignJar.example(), "");
    refused(jar)
        .withMessage(
            jar
                + " has no META-INF/services/org.ptstress.model.Design; add that file with the name"
                + " of the class that implements Design.");
  }

  @Test
  void anEmptyServiceFileIsToldWhatToWrite() throws IOException {
    refused(DesignJar.of(temp, DesignJar.example(), "# nothing\n"))
        .withMessageContaining("names no class");
  }

  @Test
  void aMissingClassIsNamed() throws IOException {
    refused(DesignJar.of(temp, DesignJar.example(), "my.Missing\n"))
        .withMessageContaining("cannot be used: Provider my.Missing not found; META-INF/services");
  }

  @Test
  void aClassThatIsNoDesignIsNamed() throws IOException {
    refused(DesignJar.of(temp, DesignJar.example(), "my.MyTable$Table\n"))
        .withMessageContaining("my.MyTable$Table not a subtype");
  }

  @Test
  void aConstructorThatIsNotPublicIsNamed() throws IOException {
    String source = DesignJar.example("implements Design {", "implements Design { MyTable() {}");
    refused(DesignJar.of(temp, source))
        .withMessageContaining("my.MyTable Unable to get public no-arg constructor");
  }

  @Test
  void aConstructorThatThrowsIsQuoted() throws IOException {
    String source =
        DesignJar.example(
            "implements Design {",
            "implements Design { public MyTable() { throw new IllegalStateException(\"boom\"); }");
    refused(DesignJar.of(temp, source))
        .withMessageContaining("my.MyTable could not be instantiated")
        .withMessageContaining("java.lang.IllegalStateException: boom");
  }

  @Test
  void promisesThatThrowAreQuoted() throws IOException {
    String source =
        DesignJar.example(
            "return Promises.allHold()",
            "if (true) throw new Error(\"no\"); return" + " Promises.allHold()");
    refused(DesignJar.of(temp, source)).withMessageContaining("it threw java.lang.Error: no");
  }

  @Test
  void theNameOfADesignOfTheCatalogueIsTaken() throws IOException {
    String source = DesignJar.example("return \"MyTable\"", "return \"RcuHash\"");
    refused(DesignJar.of(temp, source))
        .withMessageContaining(
            "my.MyTable has the name of another design, \"RcuHash\"; rename it.");
  }

  @Test
  void aPromiseThatTheStructureDeniesIsOneSentence() throws IOException {
    refused(DesignJar.of(temp, DesignJar.example("return true;", "return false;")))
        .withMessageContaining("my.MyTable promises EXACT_RESTORE, but hasExactIds of its table");
    String buckets = ".doesNotApply(Claim.EVEN_BUCKETS, \"The map does not show its buckets.\")";
    refused(DesignJar.of(temp, DesignJar.example(buckets, "")))
        .withMessageContaining("my.MyTable promises EVEN_BUCKETS, but chainLengths of its table");
    refused(DesignJar.of(temp, DesignJar.example("IdPolicy.NEXT", "IdPolicy.LOWEST_FREE")))
        .withMessageContaining(
            "my.MyTable promises WRAPS_TO_ZERO, but with the id policy LOWEST_FREE");
    refused(
            DesignJar.of(
                temp, DesignJar.example(buckets, buckets + ".holds(Claim.WRAP_AS_DESCRIBED)")))
        .withMessage(
            "A design of "
                + temp.resolve("own-design.jar")
                + " cannot be used: my.MyTable promises WRAP_AS_DESCRIBED, but WRAPS_TO_ZERO"
                + " excludes that; promise one of them, or say in promises() that the claim does"
                + " not apply.");
  }

  @Test
  void twoDesignsOfOneNameAreNamed() throws IOException {
    String two = "\n}\nfinal class Other { public static final class Twin implements Design {";
    String source = DesignJar.example();
    String body = source.substring(source.indexOf("Design {") + "Design {".length());
    String both = source.substring(0, source.lastIndexOf('}')) + two + body + "}\n";
    refused(DesignJar.of(temp, both, "my.MyTable\nmy.Other$Twin\n"))
        .withMessageContaining("my.Other$Twin has the name of another design, \"MyTable\"");
  }

  @Test
  void aPublicClassNeedsNoServiceFile() throws IOException {
    Design design = new Listed();
    try (OutsideDesigns outside = OutsideDesigns.of(design)) {
      assertThat(outside.designs()).containsExactly(design);
      assertThat(Designs.named("Listed")).isInstanceOf(Listed.class).isNotSameAs(design);
      assertThat(System.getProperty("java.class.path"))
          .startsWith(classPath)
          .isNotEqualTo(classPath);
    }
    assertThat(Designs.all()).extracting(Design::name).doesNotContain("Listed");
    Design known = Designs.named("RcuHash");
    try (OutsideDesigns outside = OutsideDesigns.of(known)) {
      assertThat(outside.designs()).containsExactly(known);
      assertThat(System.getProperty("java.class.path")).isEqualTo(classPath);
    }
  }

  @Test
  void whatOtherJvmsCannotMakeIsToldWhatToMend() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> OutsideDesigns.of(new Nameless("Unlisted")))
        .withMessage(
            Nameless.class.getName()
                + " is judged in other JVMs, which instantiate it again; make it a public class"
                + " with a public constructor without parameters.");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> OutsideDesigns.of(new Nameless("RcuHash")))
        .withMessage(
            Nameless.class.getName() + " has the name of another design, \"RcuHash\"; rename it.");
  }

  /** A design that is in no service file. */
  public record Listed() implements Idr {
    @Override
    public String name() {
      return "Listed";
    }
  }

  /** A design with a parameter. */
  private record Nameless(String name) implements Idr {}

  /** A design that is the yardstick but for its name. */
  private interface Idr extends Design {
    @Override
    default String origin() {
      return "a test";
    }

    @Override
    default String summary() {
      return "Nothing.";
    }

    @Override
    default IdPolicy idPolicy() {
      return IdPolicy.NEXT;
    }

    @Override
    default Promises promises() {
      return Designs.named(Designs.YARDSTICK).promises();
    }

    @Override
    default TimerTable newTable(TableConfig config, Rcu rcu) {
      return Designs.named(Designs.YARDSTICK).newTable(config, rcu);
    }
  }

  @Test
  void aNameThatWouldSpoilFileNamesIsRefused() throws IOException {
    String source = DesignJar.example("return \"MyTable\"", "return \"../My Table\"");
    refused(DesignJar.of(temp, source)).withMessageContaining("letters and digits only");
  }

  private static ThrowableAssertAlternative<UserException> refused(Path entry) {
    return assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> OutsideDesigns.on(entry.toString()));
  }
}
