package org.ptstress.reports.page.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.page.evidence.EvidenceView.Link;

/** Addresses of files of a run folder, as seen from the page. */
public final class Links {
  private final Path page;
  private final Path folder;

  public Links(Path indexHtml, Path folder) {
    Path parent = indexHtml.toAbsolutePath().normalize().getParent();
    this.page = parent == null ? indexHtml.toAbsolutePath().getRoot() : parent;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** A link, or null for what lies outside the run folder, or is no path. */
  public @Nullable Link to(@Nullable String path) {
    if (path == null || path.indexOf('\0') >= 0) {
      return null;
    }
    Path file = folder.resolve(path).normalize();
    return file.startsWith(folder) ? new Link(path, href(page.relativize(file))) : null;
  }

  private static String href(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/", "./", ""));
  }
}
