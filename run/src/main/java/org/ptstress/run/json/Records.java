package org.ptstress.run.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads records strictly: a component, or an entry of a component, that is missing or null is an
 * error unless the component is nullable.
 */
public final class Records {
  private Records() {}

  /**
   * Begins a mapper.
   *
   * @return a builder, for further settings
   */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder().annotationIntrospector(new Components());
  }

  private static final class Components extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
      JsonSetter.Value declared = super.findSetterInfo(annotated);
      return declared.nonDefaultValueNulls() == null && isRequired(annotated)
          ? declared.withValueNulls(Nulls.FAIL, Nulls.FAIL)
          : declared;
    }

    private static boolean isRequired(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getDeclaringClass().isRecord()
          && !parameter.getRawType().isPrimitive()
          // Which has nulls of its own.
          && !JsonNode.class.isAssignableFrom(parameter.getRawType())
          && !parameter
              .getDeclaringClass()
              .getRecordComponents()[parameter.getIndex()]
              .getAnnotatedType()
              .isAnnotationPresent(Nullable.class);
    }
  }
}
