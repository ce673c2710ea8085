package vn.tiendo.plans.imports.reader;

import java.util.List;
import vn.tiendo.plans.obligation.ObligationKind;

/// Several quotas of exemplars are several nominations, each in its own form.
final class Nominations {

    private Nominations() {}

    static void tell(Tokens tokens, List<Task> all) {
        for (var task : all) {
            if (task.kind != ObligationKind.EXEMPLAR_NOMINATION || task.amount == null) {
                continue;
            }
            task.form = switch (tokens.word(unitToken(tokens, task.amount))) {
                case "tap" -> "COLLECTIVE";
                case "ca", "guong", "dien", "nguoi", "can", "dang" -> "INDIVIDUAL";
                case "mo" -> "MODEL";
                default -> task.form;
            };
        }
    }

    private static int unitToken(Tokens tokens, Amount amount) {
        for (int i = amount.start(); i < amount.end(); i++) {
            if (tokens.isWord(i)
                    && !tokens.isOneOf(
                            i, "it", "nhat", "toi", "thieu", "da", "tu", "mot", "hai", "ba", "den", "la", "co", "khong",
                            "qua", "nhieu")) {
                return i;
            }
        }
        return amount.start();
    }
}
