package org.ptstress.run.folder;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Set;

/** Refuses negative and infinite numbers, and NaN: every number in a record is an amount. */
final class Amounts extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1;

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class);

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
    return NUMBERS.contains(type.getBeanClass()) ? new Checked(deserializer) : deserializer;
  }

  private static final class Checked extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;

    Checked(JsonDeserializer<?> delegate) {
      super(delegate);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
      return new Checked(delegate);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Number number = (Number) super.deserialize(parser, context);
      double value = number.doubleValue();
      if (!Double.isFinite(value) || value < 0) {
        throw context.weirdNumberException(
            number, handledType(), "counts, times and scores are finite and at least 0");
      }
      return number;
    }
  }
}
