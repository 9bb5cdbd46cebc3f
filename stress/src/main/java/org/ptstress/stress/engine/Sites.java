package org.ptstress.stress.engine;

import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Site;

/**
 * Registers the sites of a method.
 *
 * @param type the internal name of its class
 * @param method its name
 * @param loader the loader of its class
 */
record Sites(String type, String method, @Nullable ClassLoader loader) {
  int add(String owner, String member) {
    String where = type.substring(type.lastIndexOf('/') + 1) + "." + method;
    return Site.add(where, loader, owner.replace('/', '.'), member);
  }
}
