package vn.tiendo.plans.imports.reader;

import java.util.Arrays;
import java.util.List;
import vn.tiendo.plans.obligation.ObligationKind;

/// Who is released: behind "trừ" inside a duty, or the subject of an exemption.
final class Exemptions {

    private Exemptions() {}

    static List<String> of(Tokens tokens, Task task) {
        if (task.kind == ObligationKind.EXEMPTION_RULE && task.subject != null) {
            return split(task.subject);
        }
        if (task.kind != ObligationKind.INDIVIDUAL_REGISTRATION) {
            return List.of();
        }
        for (int i = task.sentence.start(); i < task.sentence.end(); i++) {
            if (tokens.isExactly(i, "trừ") || tokens.is(i, "ngoai", "tru")) {
                int start = tokens.is(i, "tru") ? i + 1 : i + 2;
                int end = start;
                while (end < task.sentence.end() && end - start < 60 && !tokens.isOneOf(end, ")", ";", ".")) {
                    end++;
                }
                return end > start
                        ? split(tokens.body().text().substring(tokens.start(start), tokens.end(end - 1)))
                        : List.of();
            }
        }
        return List.of();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,;]\\s*"))
                .map(String::strip)
                .filter(part -> part.length() > 2)
                .toList();
    }
}
