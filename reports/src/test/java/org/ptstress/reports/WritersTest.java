package org.ptstress.reports;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.BoundedLog;
import org.ptstress.run.process.MachineLock;

/** Files are written whole, or are logs with a limit; nothing else writes any. */
@AnalyzeClasses(
    packages = "org.ptstress",
    importOptions = {ImportOption.DoNotIncludeTests.class, WritersTest.NoTestJars.class})
class WritersTest {
  private static final Set<String> WRITES =
      Set.of(
          "write", "writeString", "newOutputStream", "newBufferedWriter", "newByteChannel", "move");

  private static final Set<String> WRITERS =
      Set.of(
          FileOutputStream.class.getName(),
          FileWriter.class.getName(),
          RandomAccessFile.class.getName());

  @ArchTest
  static final ArchRule ONE_WRITER_OF_FILES =
      noClasses()
          .that()
          // The last one locks a file, and writes none.
          .doNotBelongToAnyOf(WholeFile.class, BoundedLog.class, MachineLock.class)
          .and()
          // Sets a word of the memory of a virtual machine, which is a file that no run keeps.
          .doNotHaveFullyQualifiedName("org.ptstress.stress.kernel.GuestMemory")
          .should()
          .accessTargetWhere(describe("writes a file", WritersTest::writes));

  /** Of other modules of this build. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static boolean writes(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    String owner = target.getOwner().getName();
    List<JavaClass> parameters = target.getRawParameterTypes();
    if (owner.equals(Files.class.getName())) {
      return WRITES.contains(target.getName())
          || (target.getName().equals("copy") && parameters.get(1).isEquivalentTo(Path.class));
    }
    if (WRITERS.contains(owner) && target.getName().equals("<init>")) {
      return !parameters.get(0).isEquivalentTo(FileDescriptor.class);
    }
    return owner.equals(FileChannel.class.getName()) && target.getName().equals("open");
  }
}
