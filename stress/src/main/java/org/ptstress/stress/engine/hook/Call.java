package org.ptstress.stress.engine.hook;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Update.How;

/**
 * The meaning of a method of VarHandle or Unsafe, parsed from its name.
 *
 * @param shape a load, a store or an update
 * @param how the update; otherwise null
 * @param mode how it is ordered
 * @param cell the type in the name of a method of Unsafe
 */
record Call(Shape shape, @Nullable How how, Mode mode, Cell cell) {
  enum Shape {
    LOAD(0),
    STORE(1),
    UPDATE(1),
    COMPARISON(2);

    final int values;

    Shape(int values) {
      this.values = values;
    }
  }

  static Call named(String method) {
    Cell cell = Cell.named(method);
    if (method.startsWith("getAnd")) {
      return new Call(Shape.UPDATE, update(method), Mode.of(method, Mode.VOLATILE), cell);
    } else if (method.startsWith("compareAndExchange")) {
      Mode mode = Mode.of(method, Mode.VOLATILE);
      return new Call(Shape.COMPARISON, How.COMPARE_AND_EXCHANGE, mode, cell);
    } else if (method.startsWith("compareAnd") || method.startsWith("weakCompareAnd")) {
      Mode mode = Mode.of(method, Mode.VOLATILE);
      return new Call(Shape.COMPARISON, How.COMPARE_AND_SET, mode, cell);
    }
    Shape shape = method.startsWith("get") ? Shape.LOAD : Shape.STORE;
    return new Call(shape, null, Mode.of(method, Mode.PLAIN), cell);
  }

  private static How update(String method) {
    if (method.startsWith("getAndAdd")) {
      return How.ADD;
    } else if (method.startsWith("getAndBitwiseOr")) {
      return How.OR;
    } else if (method.startsWith("getAndBitwiseAnd")) {
      return How.AND;
    } else if (method.startsWith("getAndBitwiseXor")) {
      return How.XOR;
    }
    return How.SET;
  }

  /** The update that the last arguments ask for. */
  Update update(Cell type, @Nullable Object[] args) {
    @Nullable Object operand = type.of(args[args.length - 1]);
    @Nullable Object expected = shape == Shape.COMPARISON ? type.of(args[args.length - 2]) : null;
    return new Update(requireNonNull(how), type, expected, operand);
  }
}
