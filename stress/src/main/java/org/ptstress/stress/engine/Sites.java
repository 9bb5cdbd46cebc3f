package org.ptstress.stress.engine;

import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Site;

/** Registers the sites of a method. */
final class Sites {
  private final String inside;
  private final String method;
  private final @Nullable ClassLoader loader;
  private int line;

  /**
   * Creates a registry for one method.
   *
   * @param type the internal name of its class
   * @param method its name
   * @param loader the loader of its class
   */
  Sites(String type, String method, @Nullable ClassLoader loader) {
    this.inside = type.replace('/', '.');
    this.method = method;
    this.loader = loader;
  }

  /** Sets the source line of the following sites. */
  void reach(int next) {
    line = next;
  }

  int add(String owner, String member) {
    return Site.add(inside, method, line, loader, owner.replace('/', '.'), member);
  }
}
