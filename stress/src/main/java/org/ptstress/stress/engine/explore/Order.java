package org.ptstress.stress.engine.explore;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Mode;

/**
 * A memory order in the code: an ordered access or a fence.
 *
 * @param place class, method and line
 * @param access the method of the access or fence, or the name of a volatile field
 * @param location the field, followed by {@code []} for elements; "" for a fence
 * @param kind the kind of access
 * @param strength the mode of the access, or the fence
 */
public record Order(String place, String access, String location, Kind kind, String strength)
    implements Comparable<Order> {
  /** Rejects null components. */
  public Order {
    requireNonNull(place, "place");
    requireNonNull(access, "access");
    requireNonNull(location, "location");
    requireNonNull(kind, "kind");
    requireNonNull(strength, "strength");
  }

  /** Kinds of ordered accesses. */
  public enum Kind {
    /** A load. */
    LOAD,
    /** A store. */
    STORE,
    /** An atomic read-modify-write. */
    UPDATE,
    /** A fence. */
    FENCE
  }

  /** Strengths that an order can be weakened to. */
  public enum Rest {
    /** Acquire and release, without the total order of volatile accesses and full fences. */
    ACQUIRE_RELEASE,
    /** Later accesses stay after it. */
    ACQUIRE,
    /** Earlier accesses stay before it. */
    RELEASE,
    /** No order: an opaque access, or no fence. */
    NONE;

    /**
     * The strength in words.
     *
     * @param kind what is weakened
     * @return such as "acquire"
     */
    public String text(Kind kind) {
      return switch (this) {
        case NONE ->
            switch (kind) {
              case FENCE -> "none";
              case UPDATE -> "plain";
              case LOAD, STORE -> "opaque";
            };
        case ACQUIRE_RELEASE -> "acquire and release";
        case ACQUIRE, RELEASE -> name().toLowerCase(Locale.ROOT);
      };
    }
  }

  /**
   * The strengths to which it can be weakened.
   *
   * @return the weaker strengths, the strongest first
   */
  public List<Rest> rests() {
    boolean isTotal =
        strength.equals(text(Mode.VOLATILE)) || (kind == Kind.FENCE && isFull(strength));
    if (!isTotal) {
      return List.of(Rest.NONE);
    }
    return switch (kind) {
      case LOAD -> List.of(Rest.ACQUIRE, Rest.NONE);
      case STORE -> List.of(Rest.RELEASE, Rest.NONE);
      case UPDATE, FENCE -> List.of(Rest.ACQUIRE_RELEASE, Rest.ACQUIRE, Rest.RELEASE, Rest.NONE);
    };
  }

  private static boolean isFull(String strength) {
    return strength.equals(text(Fence.FULL));
  }

  /** The name of a mode or fence in lower case. */
  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int compareTo(Order other) {
    return toString().compareTo(other.toString());
  }

  /** The place, the access and the location, in words. */
  @Override
  public String toString() {
    return place + " " + access + (location.isEmpty() ? "" : " of " + location);
  }
}
