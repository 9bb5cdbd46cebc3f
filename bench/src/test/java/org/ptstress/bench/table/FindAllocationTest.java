package org.ptstress.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;

/** A lookup in the kernel allocates nothing, so one in the model must not either. */
final class FindAllocationTest {
  /** Maps of the JVM's libraries, whose keys are objects. */
  private static final Set<String> PEERS = Set.of("ConcurrentHashMapTable", "NonBlockingMapTable");

  private static final int FINDS = 100_000;

  static Stream<String> designs() {
    return Designs.all().stream().map(Design::name).filter(name -> !PEERS.contains(name));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void findsOfADesignAllocateNothing(String design) {
    FilledTable filled = FilledTable.of(design, 64);

    assertThat(bytesOfAFind(id -> filled.table().find(filled.process(), id), filled)).isLessThan(1);
  }

  /** The measurement sees what a key costs. */
  @Test
  void anObjectForEachFindIsSeen() {
    FilledTable filled = FilledTable.of("GlobalIdr", 64);
    Object[] kept = new Object[1];

    double bytes =
        bytesOfAFind(
            id -> {
              kept[0] = new int[] {id};
              return filled.table().find(filled.process(), id);
            },
            filled);

    assertThat(kept[0]).isNotNull();
    assertThat(bytes).isGreaterThanOrEqualTo(16);
  }

  private static double bytesOfAFind(IntFunction<@Nullable Object> find, FilledTable filled) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    // Twice: the first round loads classes and is compiled.
    for (int round = 0; round < 2; round++) {
      before = thread.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < FINDS; i++) {
        assertFound(find.apply(filled.ids()[i % filled.ids().length]));
      }
    }
    return (thread.getCurrentThreadAllocatedBytes() - before) / (double) FINDS;
  }

  private static void assertFound(@Nullable Object timer) {
    if (timer == null) {
      throw new AssertionError("A timer was not found.");
    }
  }
}
