package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// Joins what one duty says in two sentences: first what is to be drawn up, then by when and to whom it goes.
final class Merging {

    private static final int NEAR = 4;

    private Merging() {}

    static List<Task> merged(List<Task> tasks) {
        var kept = new ArrayList<Task>();
        for (var task : tasks) {
            var same = earlier(kept, task);
            if (same == null) {
                kept.add(task);
                continue;
            }
            if (task.deadline != null && task.deadlineSentence != null) {
                same.offer(task.deadline, task.deadlineSentence);
            }
            same.recipient = same.recipient == null ? task.recipient : same.recipient;
            same.via = same.via == null ? task.via : same.via;
            same.amount = same.amount == null ? task.amount : same.amount;
        }
        return kept;
    }

    private static @Nullable Task earlier(List<Task> kept, Task task) {
        boolean joins =
                task.kind == ObligationKind.INDIVIDUAL_REGISTRATION || task.kind == ObligationKind.EXEMPTION_RULE;
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - 12); i--) {
            var other = kept.get(i);
            boolean near = task.sentence.block() - other.sentence.block() <= NEAR;
            boolean equal = sameWhen(other, task)
                    && other.kind == task.kind
                    && other.sentence.equals(task.sentence)
                    && sameAmount(other, task);
            boolean repeats = other.kind == task.kind
                    && other.sentence.block() == task.sentence.block()
                    && task.deadline == null
                    && task.amount == null
                    && (other.deadline == null && other.amount == null
                            || task.kind == ObligationKind.BREAKTHROUGH_TASK);
            boolean open = other.deadline == null
                    || task.deadline == null
                    || !other.hasExactDeadline()
                    || !task.hasExactDeadline()
                    || sameWhen(other, task);
            if (other.kind == task.kind && near && (equal || repeats || joins && open && sameForm(other, task))) {
                return other;
            }
        }
        return null;
    }

    private static boolean sameForm(Task one, Task two) {
        return one.kind == ObligationKind.EXEMPTION_RULE
                ? one.sentence.block() == two.sentence.block()
                : one.form == null
                        || two.form == null
                        || one.form.equals(two.form)
                        || !"YEARLY_CHOICE".equals(one.form) && !"YEARLY_CHOICE".equals(two.form);
    }

    private static boolean sameWhen(Task one, Task two) {
        if (one.deadline == null || two.deadline == null) {
            return one.deadline == two.deadline;
        }
        return one.deadline.deadline().equals(two.deadline.deadline());
    }

    private static boolean sameAmount(Task one, Task two) {
        return one.amount == null ? two.amount == null : one.amount.equals(two.amount);
    }
}
