package org.ptstress.stress.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;

/**
 * Holds the table of needed orders in docs/memory-ordering.md against docs/orders.json: what it
 * says is needed has a witness there, and what has none says why it stays.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersDocumentTest {
  private static final Path DOCS = Path.of("../docs");
  private static final List<String> DESIGNS = List.of("BucketLockHash", "SelfHashingSlots");
  private static final String HEAD = "| order | `BucketLockHash` | `SelfHashingSlots` |";
  private static final Pattern ORDERED =
      Pattern.compile(
          "get(Acquire|Volatile)|set(Release|Volatile)|getAnd.*|.*[cC]ompareAnd.*|.*Fence"
              + "|(increment|decrement|accumulate|update|add)And.*");

  /** In the cells of a design. */
  private static final String NEEDED = "needed";

  private static final int WHY = 3;

  private List<OrderResult> stored = List.of();
  private String document = "";

  @BeforeAll
  void read() throws IOException {
    stored = ResultFiles.readOrders(DOCS);
    document = Files.readString(DOCS.resolve("memory-ordering.md"));
  }

  @Test
  void theTableSaysWhatWasFound() {
    assertThat(cells(document)).isEqualTo(expected(stored));
  }

  @Test
  void everythingWasSearched() {
    assertThat(stored).extracting(OrderResult::need).doesNotContain(Need.NOT_RUN);
    assertThat(stored).extracting(OrderResult::design).containsOnly(DESIGNS.toArray(String[]::new));
  }

  @Test
  void whatNobodyNeedsSaysWhyItStays() {
    assertThat(unexplained(document)).isEmpty();
  }

  /** The order of accesses that no scenario of the two designs passes is not known. */
  @Test
  void everyOrderOfTheModelIsInTheTableOrSaysWhyNot() {
    assertThat(ordered()).isNotEmpty().allMatch(place -> document.contains("`" + place + "`"));
  }

  @Test
  void noticesWhatIsWrong() {
    String first = rows(document).get(0).get(0);
    String without =
        document.lines().filter(line -> !line.contains(first)).collect(Collectors.joining("\n"));
    assertThat(cells(without)).isNotEqualTo(expected(stored));
    List<String> explained =
        rows(document).stream().filter(row -> !row.get(WHY).isBlank()).findFirst().orElseThrow();
    assertThat(unexplained(document.replace(explained.get(WHY), " "))).contains(explained.get(0));
    List<OrderResult> nothing = stored.stream().filter(row -> row.witness() == null).toList();
    assertThat(expected(nothing).values()).noneMatch(cells -> cells.contains(NEEDED));
  }

  /** The rows of the table, with what stands between its bars. */
  private static List<List<String>> rows(String text) {
    return text.lines()
        .dropWhile(line -> !line.startsWith(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> List.of(line.split("\\|", -1)))
        .map(cells -> cells.subList(1, cells.size() - 1))
        .map(cells -> cells.stream().map(String::strip).toList())
        .toList();
  }

  private static Map<String, List<String>> cells(String text) {
    Map<String, List<String>> cells = new TreeMap<>();
    rows(text).forEach(row -> cells.put(row.get(0), row.subList(1, WHY)));
    return cells;
  }

  private static List<String> unexplained(String text) {
    return rows(text).stream()
        .filter(row -> !row.subList(1, WHY).contains(NEEDED) && row.get(WHY).isBlank())
        .map(row -> row.get(0))
        .toList();
  }

  private static Map<String, List<String>> expected(List<OrderResult> results) {
    Map<String, Map<String, Map<String, List<OrderResult>>>> places = new TreeMap<>();
    for (OrderResult row : results) {
      String method = row.place().replaceAll(":\\d+$", "");
      String location = row.location().isEmpty() ? "" : " of `" + row.location() + "`";
      places
          .computeIfAbsent(
              "`" + method + "`: `" + row.access() + "`" + location, key -> new TreeMap<>())
          .computeIfAbsent(row.design(), key -> new TreeMap<>())
          .computeIfAbsent(row.place(), key -> new ArrayList<>())
          .add(row);
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    places.forEach(
        (place, designs) ->
            cells.put(
                place,
                DESIGNS.stream()
                    .map(
                        design ->
                            designs.getOrDefault(design, Map.of()).values().stream()
                                .map(OrdersDocumentTest::summary)
                                .collect(Collectors.joining(", then ")))
                    .toList()));
    return cells;
  }

  /** What is known of one place; its steps are from the strongest to nothing. */
  private static String summary(List<OrderResult> steps) {
    if (steps.stream().allMatch(step -> step.need() == Need.NOT_SHOWN)) {
      return "not shown";
    }
    List<String> enough =
        steps.stream()
            .filter(step -> step.need() == Need.NOT_SHOWN)
            .map(OrderResult::weakened)
            .toList();
    return enough.isEmpty() ? NEEDED : NEEDED + "; " + enough.get(enough.size() - 1) + " is enough";
  }

  /** The methods of the model that make ordered accesses by handles and atomics, or fences. */
  private static Set<String> ordered() {
    return new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(
                "org.ptstress.model.kernel",
                "org.ptstress.model.timer",
                "org.ptstress.model.design")
            .stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(OrdersDocumentTest::isOrdered)
            .map(call -> call.getOwner().getOwner().getName() + "." + call.getOwner().getName())
            .map(name -> name.replaceAll("^([a-z]+\\.)+", "").replace('$', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOrdered(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    return owner.startsWith("java.util.concurrent.atomic.")
        || (owner.equals("java.lang.invoke.VarHandle")
            && ORDERED.matcher(call.getName()).matches());
  }
}
