package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.obligation.ObligationKind;

/// Which deadline of a clause governs which of its tasks.
final class Pairing {

    private static final int NEAR = 4;

    private Pairing() {}

    static void pair(Tokens tokens, List<Task> tasks, List<FoundDeadline> found, Purposes purposes, Sentence clause) {
        int floor = clause.start();
        for (int d = 0; d < found.size(); d++) {
            var deadline = found.get(d);
            int ceiling = d + 1 < found.size() ? found.get(d + 1).start() : clause.end();
            boolean loose = !deadline.isExact();
            if (loose && purposes.hold(deadline.start())
                    || deadline.deadline().type() == DeadlineType.END_OF_PERIOD && judged(tasks, deadline)) {
                give(
                        tasks,
                        task -> task.kind == ObligationKind.EVALUATION_CRITERION && task.start < deadline.start(),
                        deadline,
                        clause);
                continue;
            }
            int from = Math.max(floor, bracket(tokens, tasks, deadline, clause));
            int reach = leads(tokens, tasks, deadline, clause, d, found) ? ceiling : deadline.start();
            if (reach == ceiling && ceiling > deadline.end()) {
                int start = deadline.end() - 1;
                boolean taken = give(tasks, task -> task.start >= start && task.start < ceiling, deadline, clause)
                        || give(tasks, task -> task.start >= from, deadline, clause);
                boolean besides = !taken && deadline.isExact() && tasks.stream().anyMatch(Pairing::isRegular);
                if (besides) {
                    another(tasks, deadline, clause);
                } else if (!taken && d > 0 && listed(found.get(d - 1), deadline)) {
                    further(tasks, found.get(d - 1), deadline, clause);
                }
                floor = deadline.end();
                continue;
            }
            boolean given = give(tasks, task -> task.start >= from && task.start < deadline.end(), deadline, clause);
            if (!given && deadline.isExact()) {
                given = another(tasks, deadline, clause);
            }
            if (!given) {
                give(
                        tasks,
                        task -> task.deadline == null || task.deadline.order() > deadline.order(),
                        deadline,
                        clause);
            }
            if (deadline.isExact()) {
                floor = deadline.end();
            }
        }
    }

    /// "Trước 05/6 và trước 05/12: …": days one after the other before what is due.
    private static boolean listed(FoundDeadline first, FoundDeadline next) {
        return first.isExact() && next.isExact() && next.start() - first.end() <= 1;
    }

    private static void further(List<Task> tasks, FoundDeadline first, FoundDeadline next, Sentence clause) {
        var reports = tasks.stream()
                .filter(task -> task.isReport() && first.equals(task.deadline))
                .toList();
        for (var report : reports) {
            var copy = report.copy();
            copy.offer(next, clause);
            tasks.add(copy);
        }
    }

    /// Where the bracket opens that holds both a task and its deadline, else the start of the clause.
    private static int bracket(Tokens tokens, List<Task> tasks, FoundDeadline deadline, Sentence clause) {
        for (int i = deadline.start(); i > clause.start() && !tokens.is(i, ")"); i--) {
            int open = i;
            if (tokens.is(i, "(")) {
                boolean inside = tasks.stream().anyMatch(task -> task.start > open && task.start < deadline.start());
                return inside ? open : clause.start();
            }
        }
        return clause.start();
    }

    /// "… xếp loại cuối năm" right behind what is judged.
    private static boolean judged(List<Task> tasks, FoundDeadline deadline) {
        return tasks.stream()
                .anyMatch(task -> task.kind == ObligationKind.EVALUATION_CRITERION && task.start < deadline.start());
    }

    /// It stands at the head of what it governs: at the start of the clause or behind a comma, right before a task.
    private static boolean leads(
            Tokens tokens,
            List<Task> tasks,
            FoundDeadline deadline,
            Sentence clause,
            int index,
            List<FoundDeadline> found) {
        boolean head = deadline.start() <= clause.start() + 2
                || tokens.isOneOf(deadline.start() - 1, ",", ";", ":", "-", "+", "(", "va", ".", "|");
        boolean nothingBefore = tasks.stream().noneMatch(task -> task.start < deadline.start());
        boolean inside = !deadline.isExact()
                && tasks.stream().anyMatch(task -> task.start <= deadline.start() && task.end > deadline.start());
        if (inside) {
            return false;
        }
        boolean soon = tasks.stream()
                .anyMatch(task ->
                        task.start >= deadline.end() - 1 && task.start <= deadline.end() + NEAR && !task.isSoft());
        if (nothingBefore) {
            return true;
        }
        boolean closed = tokens.isOneOf(deadline.end(), ")", ";", ".") || tokens.is(deadline.end(), "va");
        boolean ungiven = tasks.stream()
                .anyMatch(task -> task.start < deadline.start() && task.deadline == null && !task.isSoft());
        boolean another = index > 0 && found.get(index - 1).end() <= deadline.start();
        return head
                && soon
                && !closed
                && (another
                        || !ungiven
                        || !deadline.isExact() && deadline.deadline().type() != DeadlineType.RELATIVE);
    }

    /// A repetition belongs to the task whose words hold it, else to the next one, else to the first.
    private static Task nearest(List<Task> chosen, FoundDeadline deadline) {
        for (var task : chosen) {
            if (task.start <= deadline.start() && task.end > deadline.start()) {
                return task;
            }
        }
        for (var task : chosen) {
            if (task.end == deadline.start() || task.end + 1 == deadline.start()) {
                return task;
            }
        }
        return chosen.stream()
                .filter(task -> task.start >= deadline.start() && task.start < deadline.end() + NEAR)
                .findFirst()
                .orElse(chosen.getFirst());
    }

    private static boolean give(List<Task> tasks, Predicate<Task> governed, FoundDeadline deadline, Sentence clause) {
        var chosen = tasks.stream().filter(governed).toList();
        if (chosen.isEmpty()) {
            return false;
        }
        var hard = chosen.stream().filter(task -> !task.isSoft()).toList();
        if (deadline.deadline().type() == DeadlineType.ONGOING
                || deadline.deadline().type() == DeadlineType.RECURRING) {
            nearest(chosen, deadline).offer(deadline, clause);
            return true;
        }
        boolean given = false;
        boolean broad = deadline.rule().equals("broad");
        if (broad && deadline.foldedRaw().startsWith("giai doan")) {
            chosen.stream()
                    .filter(task -> task.kind == ObligationKind.CREATIVE_AWARD)
                    .forEach(task -> task.offer(deadline, clause));
            return true;
        }
        if (deadline.rule().equals("while-doing")) {
            var incidents = chosen.stream()
                    .filter(task -> task.kind == ObligationKind.INCIDENT_REPORT
                            || task.isReport() && tokensAfter(task, deadline))
                    .toList();
            incidents.forEach(task -> task.offer(deadline, clause));
            return true;
        }
        if (deadline.rule().equals("bare-day")) {
            chosen.stream().filter(Pairing::isHeld).forEach(task -> task.offer(deadline, clause));
            return true;
        }
        if (broad && hard.isEmpty()) {
            return true;
        }
        for (var task : hard.isEmpty() ? List.of(chosen.getLast()) : hard) {
            if (broad && (task.kind == ObligationKind.THEMATIC_MEETING || task.kind == ObligationKind.RATING)) {
                continue;
            }
            boolean regular = isRegular(task);
            if (!task.hasExactDeadline() && !regular) {
                task.offer(deadline, clause);
                given = true;
            }
        }
        return given;
    }

    private static boolean isRegular(Task task) {
        return task.deadline != null && task.deadline.isRegular();
    }

    /// What is held on a day: only such a thing takes a day that stands there without any word.
    private static boolean isHeld(Task task) {
        return switch (task.kind) {
            case EVENT, STUDY_SESSION, THEMATIC_MEETING, INSPECTION, EDUCATION_PROGRAM, INTERIM_REVIEW, FLAG_CEREMONY ->
                true;
            default -> false;
        };
    }

    /// "khi có yêu cầu" dates any report; "trong quá trình …" only those of things that come up.
    private static boolean tokensAfter(Task task, FoundDeadline deadline) {
        return deadline.foldedRaw().startsWith("khi") && task.kind != ObligationKind.INCIDENT_REPORT;
    }

    /// A second date behind one report is a second report; behind anything else a second round of the same.
    private static boolean another(List<Task> tasks, FoundDeadline deadline, Sentence clause) {
        var dated = new ArrayList<Task>();
        for (var task : tasks) {
            boolean regular = isRegular(task);
            boolean before = task.start < deadline.start() || regular;
            if ((task.hasExactDeadline() || regular) && !task.isSoft() && before) {
                dated.add(task);
            }
        }
        if (dated.isEmpty()) {
            return false;
        }
        var last = dated.getLast();
        for (var task : dated) {
            last = task.isReport() ? task : last;
        }
        var copy = last.copy();
        copy.offer(deadline, clause);
        tasks.add(copy);
        return true;
    }
}
