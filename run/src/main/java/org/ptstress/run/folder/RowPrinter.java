package org.ptstress.run.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/** Starts a new line for each row of a value of a list, and for nothing inside rows. */
final class RowPrinter extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  /** The nesting depth of lists: the file's own, and those of a value. */
  private static final int DEEPEST = 2;

  RowPrinter() {
    super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.NONE));
    indentObjectsWith(NopIndenter.instance);
    indentArraysWith(
        new DefaultIndenter("", "\n") {
          private static final long serialVersionUID = 1;

          @Override
          public void writeIndentation(JsonGenerator out, int level) throws IOException {
            if (level <= DEEPEST) {
              super.writeIndentation(out, level);
            }
          }
        });
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    if (_nesting > DEEPEST) {
      _nesting--;
      out.writeRaw(']');
    } else {
      super.writeEndArray(out, values);
    }
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new RowPrinter();
  }
}
