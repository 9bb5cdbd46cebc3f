package org.ptstress.reports.page.element;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and times in words, the same on every machine. */
public final class Format {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] SIZES = {"", " k", " M", " G"};

  private Format() {}

  /** A whole number with separators: {@code 1,234,567}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and a noun that follows it: {@code 1 sample}, {@code 2 samples}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : noun.endsWith("s") ? "es" : "s");
  }

  /** A label that does not stand at the beginning of a sentence: {@code finds per second}. */
  public static String inSentence(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  /** A constant in words: {@code not run}. */
  public static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Names in a sentence: {@code A, B and C}. */
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A whole number, from a hundred thousand on with three digits: {@code 1.23 M}. */
  public static String compact(long number) {
    return number < 100_000 ? count(number) : compact((double) number);
  }

  /** A round number without needless zeros: {@code 80 M}. */
  public static String tick(double number) {
    return withoutZeros(compact(number));
  }

  /** A round duration without needless zeros: {@code 10 ns}. */
  public static String tickNanos(double nanos) {
    return withoutZeros(nanos(nanos));
  }

  private static String withoutZeros(String text) {
    return text.replaceFirst("\\.0*(?= |$)|(?<=\\.[0-9])0(?= |$)", "");
  }

  /** Three digits and a size: {@code 61.2 M}. */
  public static String compact(double number) {
    double rest = Math.abs(number);
    int size = 0;
    while (rest >= 999.5 && size < SIZES.length - 1) {
      rest /= 1000;
      size++;
    }
    return (number < 0 ? "-" : "") + threeDigits(rest) + SIZES[size];
  }

  /** Numbers with one size for all of them: {@code 61.2, 61.9, 60.4 M}. */
  public static String compact(List<Double> numbers) {
    double largest = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
    int size = 0;
    double unit = 1;
    while (largest / unit >= 999.5 && size < SIZES.length - 1) {
      unit *= 1000;
      size++;
    }
    double divisor = unit;
    return numbers.stream()
            .map(number -> threeDigits(number / divisor))
            .collect(Collectors.joining(", "))
        + SIZES[size];
  }

  /** A factor: {@code 0.31×}. */
  public static String ratio(double ratio) {
    return (ratio > 0 && ratio < 0.01 ? small(ratio) : threeDigits(ratio)) + "\u00d7";
  }

  /** Two digits, however small: {@code 0.0036}. */
  private static String small(double number) {
    return new BigDecimal(number, new MathContext(2)).toPlainString();
  }

  /** A duration of few digits: {@code 12.3 µs}. */
  public static String nanos(double nanos) {
    if (nanos < 999.5) {
      return threeDigits(nanos) + " ns";
    }
    if (nanos < 999.5e3) {
      return threeDigits(nanos / 1e3) + " \u00b5s";
    }
    if (nanos < 999.5e6) {
      return threeDigits(nanos / 1e6) + " ms";
    }
    return threeDigits(nanos / 1e9) + " s";
  }

  /** A share of a whole, in per cent or as one in how many. */
  public static String share(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0";
    }
    double share = (double) part / whole;
    return share >= 0.001
        ? threeDigits(share * 100) + " %"
        : "1 in " + count(Math.round(whole / (double) part));
  }

  /** Scientific notation with two digits: {@code 2.4e-6}. */
  public static String scientific(double number) {
    int exponent = (int) Math.floor(Math.log10(number));
    return String.format(Locale.ROOT, "%.1fe%d", number / Math.pow(10, exponent), exponent);
  }

  /** A time to the minute. */
  public static String time(Instant time) {
    return MINUTE.format(time);
  }

  /** A duration in minutes and seconds. */
  public static String duration(double seconds) {
    Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
    if (duration.toMinutes() == 0) {
      return threeDigits(seconds) + " s";
    }
    return duration.toHours() == 0
        ? String.format(
            Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
  }

  /** A memory size in GiB. */
  public static String memory(long bytes) {
    return threeDigits(bytes / (double) (1L << 30)) + " GiB";
  }

  private static String threeDigits(double number) {
    if (number >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    String text = String.format(Locale.ROOT, number >= 9.995 ? "%.1f" : "%.2f", number);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  /** An id of HTML from any name: what is no letter or digit is spelled out. */
  public static String id(String name) {
    StringBuilder id = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.appendCodePoint(c);
              } else {
                id.append('_').append(c == '_' ? "" : Integer.toHexString(c));
              }
            });
    return id.toString();
  }
}
