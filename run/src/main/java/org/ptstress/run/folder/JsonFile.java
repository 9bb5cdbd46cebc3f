package org.ptstress.run.folder;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.json.Records;

/** Writes records as JSON and reads them back, with errors that name what does not fit. */
final class JsonFile {
  private static final JsonMapper MAPPER =
      Records.mapper()
          .addModule(
              new SimpleModule()
                  .setDeserializerModifier(new Amounts())
                  .addDeserializer(Instant.class, new InstantDeserializer())
                  .addSerializer(Instant.class, ToStringSerializer.instance))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Otherwise a missing number would be read as 0.
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Otherwise the last of two fields of one name would hide the first.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private JsonFile() {}

  /** Writes a value atomically. */
  static void write(Path file, Object value) throws IOException {
    // Serialised to bytes first: Jackson closes a stream that it writes to.
    byte[] json = MAPPER.writeValueAsBytes(value);
    WholeFile.write(file, out -> out.write(json));
  }

  /**
   * Writes a list of values with many rows each, a line for each row, so that files can be diffed.
   */
  static void writeRows(Path file, List<?> values) throws IOException {
    byte[] json = MAPPER.writer(new RowPrinter()).writeValueAsBytes(values);
    WholeFile.write(file, out -> out.write(json));
  }

  static <T> T readOne(Path file, Class<T> type) throws UnreadableRunException {
    return read(file, () -> MAPPER.readValue(file.toFile(), type));
  }

  /**
   * Reads a list of rows, whose numbers must agree. Of two rows of one key, one would hide the
   * other.
   *
   * @param keys what tells a row, and the rows in it, from all others, as a message names them
   */
  static <T> List<T> readRows(Path file, Class<T> type, Function<? super T, Stream<String>> keys)
      throws UnreadableRunException {
    List<T> rows = readList(file, type);
    for (int i = 0; i < rows.size(); i++) {
      Optional<String> fault = RowRules.faults(rows.get(i)).findFirst();
      if (fault.isPresent()) {
        throw foreign(file, "its entry " + (i + 1) + " " + fault.get(), null);
      }
    }
    Set<String> seen = new HashSet<>();
    Optional<String> twice = rows.stream().flatMap(keys).filter(key -> !seen.add(key)).findFirst();
    if (twice.isPresent()) {
      throw foreign(file, "it has two rows of " + twice.get(), null);
    }
    return rows;
  }

  static <T> List<T> readList(Path file, Class<T> type) throws UnreadableRunException {
    List<T> entries = read(file, () -> MAPPER.readerForListOf(type).readValue(file.toFile()));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) == null) {
        throw foreign(file, "its entry " + (i + 1) + " is null", null);
      }
    }
    return entries;
  }

  /** Reads the first matching value of a list, and nothing after it. */
  static <T> T readFirst(InputStream list, Class<T> type, Predicate<T> wanted) throws IOException {
    try (MappingIterator<T> values = MAPPER.readerFor(type).readValues(list)) {
      while (values.hasNextValue()) {
        T value = values.nextValue();
        if (wanted.test(value)) {
          return value;
        }
      }
    }
    throw new IOException("The " + type.getSimpleName() + " does not exist.");
  }

  private static <T> T read(Path file, Parser<T> parser) throws UnreadableRunException {
    try {
      if (Files.size(file) == 0) {
        throw truncated(file, "it is empty (line 1, column 1)", null);
      }
      @Nullable T value = parser.parse();
      if (value == null) {
        throw foreign(file, "it holds nothing but null", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw unreadable(file, e);
    } catch (UnreadableRunException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableRunException(
          file + " cannot be read (" + e.getMessage() + "); check its permissions.", e);
    }
  }

  private static UnreadableRunException unreadable(Path file, JsonProcessingException e) {
    String position = position(e.getLocation());
    if (e.getOriginalMessage().contains("end-of-input")) {
      return truncated(file, "it ends inside a value at " + position, e);
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return ofAnotherVersion(file, format);
    }
    if (e instanceof JsonMappingException mapping
        && !(e.getCause() instanceof JsonParseException)) {
      return foreign(file, misfit(mapping) + " at " + position, e);
    }
    return new UnreadableRunException(
        "%s is not JSON at %s (%s); copy the folder again, or repeat the run."
            .formatted(file, position, firstLine(e.getOriginalMessage())),
        e);
  }

  private static UnreadableRunException ofAnotherVersion(Path file, InvalidFormatException e) {
    return new UnreadableRunException(
        "%s names at %s (%s) the %s \"%s\", which this version of ptstress does not know;"
                .formatted(
                    file,
                    position(e.getLocation()),
                    where(e),
                    e.getTargetType().getSimpleName().toLowerCase(Locale.ROOT),
                    e.getValue())
            + " read it with the version that wrote it, which run.json names, or"
            + " repeat the run.",
        e);
  }

  private static String where(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null
                    ? "\"" + step.getFieldName() + "\""
                    : "entry " + (step.getIndex() + 1))
        .collect(Collectors.joining(", "));
  }

  private static String misfit(JsonMappingException e) {
    String where = where(e);
    if (e instanceof InvalidNullException) {
      return where + " is missing";
    }
    String what = firstLine(e.getOriginalMessage());
    return where.isEmpty() ? what : where + ": " + what;
  }

  private static UnreadableRunException truncated(
      Path file, String what, @Nullable Throwable cause) {
    return new UnreadableRunException(
        file + " is cut off: " + what + "; copy the folder again, or repeat the run.", cause);
  }

  static UnreadableRunException foreign(Path file, String what, @Nullable Throwable cause) {
    return new UnreadableRunException(
        file
            + " does not hold what its name says: "
            + what
            + "; name a folder that \"ptstress run\" wrote, or repeat the run.",
        cause);
  }

  private static String position(@Nullable JsonLocation location) {
    return location == null
        ? "an unknown position"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no details" : message.lines().findFirst().orElse("no details");
  }

  /** Parses the content of a file. */
  @FunctionalInterface
  private interface Parser<T> {
    T parse() throws IOException;
  }
}
