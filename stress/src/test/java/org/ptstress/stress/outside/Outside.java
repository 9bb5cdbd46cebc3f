package org.ptstress.stress.outside;

import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;

/** What all designs of this package say of themselves. */
public abstract class Outside implements Design {
  @Override
  public final String name() {
    return getClass().getSimpleName();
  }

  @Override
  public final String origin() {
    return "a test";
  }

  @Override
  public final String summary() {
    return "A table from outside.";
  }

  @Override
  public IdPolicy idPolicy() {
    return IdPolicy.NEXT;
  }

  @Override
  public Promises promises() {
    return Promises.allHold();
  }
}
