package org.ptstress.reports.jar;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.WholeFile;

/**
 * Designs from jars and folders that are not part of ptstress, in the catalogue as long as this is
 * open. In this JVM they are found through the context class loader. Child JVMs, also those that
 * jcstress and JMH start, take their class path from a system property of this one.
 *
 * <p>The designs are looked at once, here, so that whatever is wrong with one is said before a run
 * begins and not by each of its children.
 */
public final class OutsideDesigns implements AutoCloseable {
  private static final String CLASS_PATH = "java.class.path";

  /**
   * Loading a class and calling its accessors takes milliseconds, but a design may hang in them.
   */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final @Nullable URLClassLoader loader;
  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
  private final String classPathBefore = System.getProperty(CLASS_PATH);
  private List<Design> designs = List.of();
  private @Nullable Path temporary;

  private OutsideDesigns(@Nullable URLClassLoader loader) {
    this.loader = loader;
  }

  /** No designs from outside. */
  public static OutsideDesigns none() {
    return new OutsideDesigns(null);
  }

  /**
   * Adds the designs on a class path to the catalogue.
   *
   * @throws UserException if there are none, or one of them cannot be used
   */
  public static OutsideDesigns on(String classPath) {
    String separator = System.getProperty("path.separator");
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(separator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath());
    }
    requireService(classPath, entries);
    List<Design> catalogue = Designs.all();
    URLClassLoader loader =
        new URLClassLoader(
            entries.stream().map(OutsideDesigns::url).toArray(URL[]::new),
            Thread.currentThread().getContextClassLoader());
    OutsideDesigns outside = opened(loader, entries);
    try {
      outside.designs = load(classPath, loader, catalogue);
      return outside;
    } catch (UserException e) {
      outside.close();
      throw e;
    }
  }

  /**
   * Adds a design of this JVM's class path to the catalogue, unless a service file of its author
   * has it there already.
   *
   * @param design the design; children make it anew, by its constructor
   * @throws UserException if it cannot be used
   */
  public static OutsideDesigns of(Design design) throws IOException {
    if (DesignCheck.isInCatalogue(design)) {
      OutsideDesigns listed = none();
      listed.designs = List.of(design);
      return listed;
    }
    DesignCheck.requireConstructor(design);
    Path folder = Files.createTempDirectory("ptstress-design");
    Files.createDirectories(folder.resolve(DesignCheck.SERVICES));
    WholeFile.write(folder.resolve(DesignCheck.SERVICE), design.getClass().getName());
    OutsideDesigns outside =
        opened(
            new URLClassLoader(new URL[] {url(folder)}, design.getClass().getClassLoader()),
            List.of(folder.toAbsolutePath()));
    outside.designs = List.of(design);
    outside.temporary = folder;
    return outside;
  }

  private static OutsideDesigns opened(URLClassLoader loader, List<Path> entries) {
    OutsideDesigns outside = new OutsideDesigns(loader);
    Thread.currentThread().setContextClassLoader(loader);
    List<String> all = new ArrayList<>(List.of(outside.classPathBefore));
    entries.forEach(entry -> all.add(entry.toString()));
    System.setProperty(CLASS_PATH, String.join(System.getProperty("path.separator"), all));
    return outside;
  }

  /** All designs: the history, and those from outside. */
  public List<Design> catalogue() {
    return Designs.all();
  }

  /** The designs that came from outside. */
  public List<Design> designs() {
    return designs;
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(loaderBefore);
    System.setProperty(CLASS_PATH, classPathBefore);
    try {
      if (loader != null) {
        loader.close();
      }
    } catch (IOException e) {
      // Its jars were only read.
    }
    try {
      if (temporary != null) {
        OutputFolder.delete(temporary);
      }
    } catch (IOException e) {
      // One small temporary file remains.
    }
  }

  private static void requireService(String classPath, List<Path> entries) {
    boolean found = false;
    for (Path entry : entries) {
      found |= hasService(entry);
    }
    if (!found) {
      throw new UserException(
          classPath
              + " has no "
              + DesignCheck.SERVICE
              + "; add that file with the name of the class that implements Design.");
    }
  }

  private static boolean hasService(Path entry) {
    if (!Files.exists(entry)) {
      throw new UserException(
          "The class path entry " + entry + " does not exist; build it, or correct --class-path.");
    }
    if (Files.isDirectory(entry)) {
      return Files.isRegularFile(entry.resolve(DesignCheck.SERVICE));
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.getEntry(DesignCheck.SERVICE) != null;
    } catch (IOException e) {
      throw new UserException(
          "The class path entry "
              + entry
              + " is neither a folder nor a readable jar ("
              + e.getMessage()
              + "); build it again, or correct --class-path.",
          e);
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("A file without a URL: " + entry, e);
    }
  }

  /** Loads the designs in a thread of its own, because their code may hang. */
  private static List<Design> load(String classPath, ClassLoader loader, List<Design> catalogue) {
    FutureTask<List<Design>> task = new FutureTask<>(() -> load(loader, catalogue));
    Thread thread = new Thread(task, "designs of " + classPath);
    thread.setDaemon(true);
    thread.start();
    String subject = "A design of " + classPath;
    List<Design> found;
    try {
      found = task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UserException(
          subject
              + " did not answer within "
              + LIMIT.toSeconds()
              + " s; its constructor and its catalogue methods, such as promises(),"
              + " must not block.",
          e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new UserException(subject + " cannot be used: " + DesignCheck.reason(cause), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted while the designs of " + classPath + " were read.", e);
    }
    if (found.isEmpty()) {
      throw new UserException(
          "The file "
              + DesignCheck.SERVICE
              + " of "
              + classPath
              + " names no class that ptstress does not have already; write the name of the class"
              + " that implements Design into it.");
    }
    return found;
  }

  private static List<Design> load(ClassLoader loader, List<Design> catalogue) {
    Set<String> names = catalogue.stream().map(Design::name).collect(Collectors.toSet());
    List<Design> found =
        ServiceLoader.load(Design.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .filter(design -> design.getClass().getClassLoader() == loader)
            .toList();
    for (Design design : found) {
      DesignCheck.check(design);
      if (!names.add(design.name())) {
        throw DesignCheck.taken(design);
      }
    }
    return found;
  }
}
