package org.ptstress.stress.reproduce;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ptstress.stress.kernel.EraDefect;

/** Writes a script that two eras of the kernel answer differently as a program in C. */
final class EraForm {
  private static final String NO_LIMIT = "-1";

  private EraForm() {}

  static String of(Counterexample found, EraDefect defect, List<EraDefect.Answer> script) {
    boolean isLimited = script.get(0).call().equals("start");
    String limit = isLimited ? Integer.toString(script.get(0).argument()) : NO_LIMIT;
    return CSource.resource("era.c")
        .replace("@CLAIM@", CSource.comment(found.claim() + ": " + found.claim().statement()))
        .replace("@DEFECT@", defect.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .replace("@KERNELS@", EraDefect.KERNELS)
        .replace("@MENDED@", EraDefect.MENDED)
        .replace("@NAME@", found.name())
        .replace("@LIMIT@", limit)
        .replace(
            "@CALLS@",
            script.subList(isLimited ? 1 : 0, script.size()).stream()
                .map(EraForm::line)
                .collect(Collectors.joining("\n")));
  }

  private static String line(EraDefect.Answer answer) {
    int argument = answer.argument();
    String call =
        switch (answer.call()) {
          case "create" -> "create_at(" + argument + ")";
          case "create-bad-pointer" -> "create(BAD_POINTER)";
          case "prctl" -> "restore_mode(" + argument + ")";
          case "delete" -> "delete(" + argument + ")";
          default ->
              throw new IllegalArgumentException("No function of C makes " + answer.call() + ".");
        };
    return "  check("
        + JavaSource.text(call)
        + ", "
        + call
        + ", "
        + value(answer.today())
        + ", "
        + value(answer.then())
        + ");";
  }

  private static String value(String answer) {
    return Character.isDigit(answer.charAt(0)) ? answer : "-" + answer;
  }
}
