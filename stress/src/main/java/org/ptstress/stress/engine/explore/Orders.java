package org.ptstress.stress.engine.explore;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.explore.Order.Kind;
import org.ptstress.stress.engine.explore.Order.Rest;
import org.ptstress.stress.engine.hook.Access;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Mode;
import org.ptstress.stress.engine.hook.Site;

/**
 * The memory orders of the code under test, recorded as executions pass them; one of them can be
 * weakened. Orders internal to the JDK are excluded; an access by a JDK atomic class is attributed
 * to its caller.
 */
public final class Orders {
  private final IdentityHashMap<Site, Order> places = new IdentityHashMap<>();

  /** The passed places, each with its field. */
  private final Map<Order, Key> passed = new TreeMap<>();

  private @Nullable Order weak;
  private Rest rest = Rest.NONE;

  /** The key of fences, which order all locations. */
  private final Key everywhere = new Key(Treatment.ORDINARY, null);

  /** Creates an empty record that weakens nothing. */
  public Orders() {
    everywhere.shared = true;
  }

  /** Forgets which places were passed. */
  public void forget() {
    passed.clear();
  }

  /**
   * The places that were passed since they were last forgotten.
   *
   * @return the places, in the order of their names
   */
  public List<Order> passed() {
    return List.copyOf(passed.keySet());
  }

  /**
   * The passed places at shared locations. Weakening any other changes nothing, because nobody
   * reads what is written there.
   *
   * @return the places, in the order of their names
   */
  public List<Order> shared() {
    return passed.entrySet().stream()
        .filter(entry -> entry.getValue().shared)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Weakens a place.
   *
   * @param order the place
   * @param left the weakened order
   */
  public void weaken(Order order, Rest left) {
    weak = order;
    rest = left;
  }

  /** Ends the weakening. */
  public void restore() {
    weak = null;
  }

  /**
   * Runs an action with the orders of the code.
   *
   * @param action the action
   */
  public void during(Runnable action) {
    Order outer = weak;
    weak = null;
    try {
      action.run();
    } finally {
      weak = outer;
    }
  }

  /** The mode in which an access is made. */
  Mode mode(@Nullable Site caller, Access access, Key key, Kind kind) {
    Mode mode = access.mode();
    if (!mode.acquires() && !mode.releases()) {
      return mode;
    }
    Site site = access.site().isAtomic() ? caller : access.site();
    if (site == null || site.isJdk()) {
      return mode;
    }
    Order order = places.get(site);
    if (order == null || (kind == Kind.UPDATE && order.kind() != kind)) {
      // A method of an atomic class may read before it updates.
      if (order != null) {
        passed.remove(order);
      }
      order =
          new Order(
              site.place(),
              site.member(),
              location(site, access, key.field),
              kind,
              Order.text(mode));
      places.put(site, order);
    }
    return pass(order, key) ? weakened(kind) : mode;
  }

  /** Records a passed place; returns whether it is the weakened one. */
  private boolean pass(Order order, Key key) {
    if (weak == null) {
      passed.put(order, key);
      return false;
    }
    return order.equals(weak);
  }

  private Mode weakened(Kind kind) {
    return switch (rest) {
      case NONE -> Mode.OPAQUE;
      case ACQUIRE -> kind == Kind.STORE ? Mode.OPAQUE : Mode.ACQUIRE;
      case RELEASE -> kind == Kind.LOAD ? Mode.OPAQUE : Mode.RELEASE;
      case ACQUIRE_RELEASE ->
          switch (kind) {
            case LOAD -> Mode.ACQUIRE;
            case STORE -> Mode.RELEASE;
            default -> Mode.ACQUIRE_RELEASE;
          };
    };
  }

  /** The fences that remain of a fence. */
  List<Fence> fences(Site site, Fence fence) {
    if (site.isJdk()) {
      return List.of(fence);
    }
    Order order =
        places.computeIfAbsent(
            site,
            unused -> new Order(site.place(), site.member(), "", Kind.FENCE, Order.text(fence)));
    if (!pass(order, everywhere)) {
      return List.of(fence);
    }
    return switch (rest) {
      case NONE -> List.of();
      case ACQUIRE -> List.of(Fence.ACQUIRE);
      case RELEASE -> List.of(Fence.RELEASE);
      case ACQUIRE_RELEASE -> List.of(Fence.ACQUIRE, Fence.RELEASE);
    };
  }

  /** The field that the source names: for elements and atomics, the field that holds them. */
  private static String location(Site site, Access access, @Nullable Field field) {
    if (access.site().isAtomic()) {
      boolean elements = site.owner().endsWith("Array");
      return holder(site, each -> each.getType().getName().equals(site.owner()), site.owner())
          + (elements ? "[]" : "");
    }
    if (field != null) {
      return name(field);
    }
    Object base = access.base();
    Class<?> type = base == null ? Object[].class : base.getClass();
    return holder(site, each -> each.getType() == type, type.getSimpleName()) + "[]";
  }

  /** The only matching field in the class of a site or its enclosing classes. */
  private static String holder(Site site, Predicate<Field> isHolder, String otherwise) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type = site.inside(); type != null; type = type.getEnclosingClass()) {
      types.add(type);
      types.addAll(List.of(type.getDeclaredClasses()));
    }
    for (Class<?> type : types) {
      List<Field> fields = Stream.of(type.getDeclaredFields()).filter(isHolder).limit(2).toList();
      if (fields.size() == 1) {
        return name(fields.get(0));
      }
    }
    return otherwise;
  }

  private static String name(Field field) {
    String type = field.getDeclaringClass().getName();
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + field.getName();
  }
}
