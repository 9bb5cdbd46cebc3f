package org.ptstress.stress.race;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ptstress.stress.scenario.Scenarios.ONE_FREE_ID;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.ptstress.model.Designs;
import org.ptstress.stress.result.RaceResult;
import org.ptstress.stress.result.RunStatus;

class ResultBlobTest {
  private static final String GOOD = "ok, EAGAIN, sound";
  private static final List<TestResult> RESULTS =
      LongStream.rangeClosed(1, 9)
          .mapToObj(count -> JcstressRows.normal(ONE_FREE_ID, Map.of(GOOD, count)))
          .toList();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path blob;

  @BeforeEach
  void writeBlob() {
    blob = JcstressRows.blob(folder, RESULTS);
  }

  @Test
  void goodBlobIsReadWhole() throws IOException {
    assertThat(ResultBlob.in(folder)).containsExactly(blob);
    assertThat(ResultBlob.read(blob)).extracting(r -> r.getCount(GOOD)).contains(1L, 5L, 9L);
    assertThat(ResultBlob.read(blob)).hasSameSizeAs(RESULTS);
  }

  @Test
  void otherFilesAreNoBlobs() throws IOException {
    Files.writeString(folder.resolve("jcstress-results.txt"), "");
    Files.writeString(folder.resolve("hs_err_pid1.log"), "");
    assertThat(ResultBlob.in(folder)).containsExactly(blob);
  }

  @Test
  void goodBlobIsARun() throws IOException {
    assertThat(rows(RESULTS.size()))
        .extracting(RaceResult::status, RaceResult::samples)
        .containsExactly(tuple(RunStatus.RUN, 45L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "10", "0.1", "0.3", "0.5", "0.7", "0.9"})
  void cutBlobIsAnErrorOrNotRun(String where) throws IOException {
    byte[] bytes = Files.readAllBytes(blob);
    double place = Double.parseDouble(where);
    int length = place < 1 ? (int) (bytes.length * place) : (int) place;
    Files.write(blob, Arrays.copyOf(bytes, length));
    List<RaceResult> rows;
    try {
      rows = rows(RESULTS.size());
    } catch (UnreadableBlobException e) {
      assertNames(e, length);
      return;
    }
    assertThat(ResultBlob.read(blob)).hasSizeLessThan(RESULTS.size());
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).matches("the blobs hold [0-8] of 9 results");
              assertThat(row.log()).isEqualTo("logs/x.log");
            });
  }

  @Test
  void emptyFileIsAnError() throws IOException {
    assertUnreadable(new byte[0]);
  }

  @Test
  void textIsAnError() throws IOException {
    assertUnreadable("{\"not\": \"a blob\"}".getBytes(UTF_8));
  }

  @Test
  void compressedTextIsAnError() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("not a stream of Java objects".getBytes(UTF_8));
    }
    assertUnreadable(bytes.toByteArray());
  }

  @Test
  void damagedBlobIsAnError() throws IOException {
    byte[] bytes = Files.readAllBytes(blob);
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 64, (byte) 0x5a);
    assertUnreadable(bytes);
  }

  @Test
  void missingBlobIsAnError() throws IOException {
    Files.delete(blob);
    assertThatExceptionOfType(UnreadableBlobException.class)
        .isThrownBy(() -> ResultBlob.read(blob))
        .withMessageContaining(blob.toString());
  }

  /** A jcstress that was killed leaves half a blob behind; that must not hide why it was killed. */
  @Test
  void unreadableBlobOfAKilledJcstressIsNotRun() throws IOException {
    Files.write(blob, Arrays.copyOf(Files.readAllBytes(blob), 10));
    assertThat(rows(9, "jcstress made no progress for 90 s and was killed"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).contains("no progress for 90 s");
              assertThat(row.log()).isEqualTo("logs/x.log");
            });
  }

  private void assertUnreadable(byte[] bytes) throws IOException {
    Files.write(blob, bytes);
    assertThatExceptionOfType(UnreadableBlobException.class)
        .isThrownBy(() -> ResultBlob.read(blob))
        .satisfies(e -> assertNames(e, bytes.length));
  }

  private void assertNames(UnreadableBlobException e, int length) {
    assertThat(e).hasMessageContaining(blob.toString()).hasMessageContaining(length + " bytes");
  }

  private List<RaceResult> rows(long planned) throws IOException {
    return rows(planned, null);
  }

  private List<RaceResult> rows(long planned, @Nullable String failure) throws IOException {
    RaceRunner.Settings settings =
        new RaceRunner.Settings(List.of(""), List.of(), Duration.ofSeconds(1), 2, "");
    return new RaceRunner(folder, settings)
        .rows(
            Designs.named("RcuHash"), List.of(ONE_FREE_ID), failure, planned, folder, "logs/x.log");
  }
}
