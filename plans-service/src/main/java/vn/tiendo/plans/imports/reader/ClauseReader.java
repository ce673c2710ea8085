package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// Reads one sentence: what it asks for, which deadline and which count belongs to which.
final class ClauseReader {

    private final Tokens tokens;
    private final boolean[] hidden;
    private final DeadlinePhrases deadlines;
    private final Parties parties;
    private final Amounts amounts;

    ClauseReader(Tokens tokens, boolean[] hidden, DeadlinePhrases deadlines, Parties parties, Amounts amounts) {
        this.tokens = tokens;
        this.hidden = hidden;
        this.deadlines = deadlines;
        this.parties = parties;
        this.amounts = amounts;
    }

    /// What the clauses of one sentence ask for.
    List<Task> read(List<Sentence> clauses) {
        var all = new ArrayList<Task>();
        var loose = new ArrayList<Found>();
        for (var clause : joined(clauses)) {
            var found = deadlines.between(clause.start(), clause.end(), Label.NONE);
            var purposes = Purposes.in(tokens, clause, found);
            var read = new CuedTasks(tokens, hidden).in(clause, purposes, found);
            delivered(read, all, found, clause);
            if (read.isEmpty()) {
                found.forEach(deadline -> loose.add(new Found(deadline, clause)));
                giveBack(all, found, clause);
                countBack(all, clause);
            } else {
                Pairing.pair(tokens, read, found, purposes, clause);
                count(read, clause);
                soften(read);
            }
            parties(read, clause, all);
            all.addAll(read);
        }
        if (!all.isEmpty()) {
            loose.removeIf(found -> taken(all, found) || !isLast(found.deadline()) || !hasVerb(found.clause()));
        }
        generic(clauses, loose, all);
        Nominations.tell(tokens, all);
        all.removeIf(task -> task.dropped);
        return all;
    }

    /// "Các phòng, ban; UBND các xã xây dựng …": a semicolon between two bodies divides no clauses.
    private List<Sentence> joined(List<Sentence> clauses) {
        var joined = new ArrayList<Sentence>();
        for (var clause : clauses) {
            var before = joined.isEmpty() ? null : joined.getLast();
            boolean named = before != null && parties.isParty(before.start(), before.end() - 1);
            if (named && before != null) {
                joined.removeLast();
                joined.add(new Sentence(clause.block(), before.start(), clause.end()));
            } else {
                joined.add(clause);
            }
        }
        return joined;
    }

    private record Found(FoundDeadline deadline, Sentence clause) {}

    private static boolean taken(List<Task> all, Found found) {
        return all.stream()
                .anyMatch(task -> task.deadline != null
                        && (task.deadline.equals(found.deadline())
                                || task.sentence.equals(found.clause())
                                || found.clause().equals(task.deadlineSentence)));
    }

    private static boolean isLast(FoundDeadline found) {
        var type = found.deadline().type();
        return found.isExact() && (type == DeadlineType.BEFORE_DATE || type == DeadlineType.BY_DATE);
    }

    /// "…; báo cáo Ban Tuyên giáo": the bare word hands over what was asked before and is no report of its own.
    private void delivered(List<Task> read, List<Task> before, List<FoundDeadline> found, Sentence clause) {
        for (int i = 0; i < read.size(); i++) {
            var task = read.get(i);
            boolean bare = task.kind == ObligationKind.RESULT_REPORT
                    && (task.rule.equals("báo cáo") || task.rule.equals("tổng hợp [,] báo cáo"))
                    && (parties.startsOrganisation(task.end)
                            || tokens.isOneOf(task.end, "ve", "cap", "voi", "cho", "len", "de", ","));
            boolean hands = task.kind == ObligationKind.PLAN_SUBMISSION;
            if (!bare && !hands) {
                continue;
            }
            Task owner = null;
            for (var earlier : read.subList(0, i)) {
                owner = fits(earlier, hands) ? earlier : owner;
            }
            if (owner == null && !before.isEmpty()) {
                for (var earlier : before) {
                    owner = fits(earlier, hands) && !earlier.hasExactDeadline() ? earlier : owner;
                }
                if (owner != null && !found.isEmpty()) {
                    var last = found.getLast();
                    owner.offer(last, clause);
                }
            }
            if (owner != null) {
                if (owner.recipient == null) {
                    owner.recipient = parties.recipient(task.start, clause.end());
                }
                task.dropped = true;
            } else if (bare && found.stream().noneMatch(FoundDeadline::isExact) && purposeless(task)) {
                task.dropped = task.subject == null
                        && found.isEmpty()
                        && !parties.startsOrganisation(task.end)
                        && !tokens.isOneOf(task.end, "ve", "cap", "voi", "cho");
            }
        }
        read.removeIf(task -> task.dropped);
    }

    private static boolean purposeless(Task task) {
        return task.deadline == null;
    }

    private static boolean fits(Task earlier, boolean plan) {
        if (plan) {
            return earlier.kind == ObligationKind.COLLECTIVE_PLAN;
        }
        return !earlier.isSoft() || earlier.kind == ObligationKind.EXEMPLAR_NOMINATION;
    }

    /// "…; hoàn thành trước ngày D": a clause that only dates belongs to the nearest clause before it.
    private void giveBack(List<Task> all, List<FoundDeadline> found, Sentence clause) {
        if (found.isEmpty() || all.isEmpty()) {
            return;
        }
        var best = found.stream()
                .min(Comparator.comparingInt(FoundDeadline::order))
                .orElseThrow();
        var type = best.deadline().type();
        if (!best.isExact() && type != DeadlineType.END_OF_PERIOD && type != DeadlineType.ANCHORED) {
            return;
        }
        var nearest = all.getLast().sentence;
        var hard = all.stream()
                .filter(task -> !task.isSoft() && task.sentence.equals(nearest))
                .toList();
        var pool = hard.isEmpty() ? all.stream().filter(task -> !task.isSoft()).toList() : hard;
        var own = parties.subject(clause.start(), clause.end());
        if (own != null && best.isExact() && !pool.isEmpty() && pool.stream().allMatch(Task::hasExactDeadline)) {
            var another = pool.getLast().copy();
            another.subject = own;
            another.offer(best, clause);
            all.add(another);
            return;
        }
        for (var task : pool.isEmpty() ? List.of(all.getLast()) : pool) {
            if (!task.hasExactDeadline()) {
                task.offer(best, clause);
            }
        }
    }

    /// "…; mỗi tổ ít nhất 02 tiết": a clause that only counts belongs to the task before it.
    private void countBack(List<Task> all, Sentence clause) {
        if (all.isEmpty()) {
            return;
        }
        var last = all.getLast();
        for (var amount : amounts.between(clause.start(), clause.end())) {
            boolean least = amount.min() != null && amount.max() == null;
            if (least
                    && last.amount == null
                    && (!last.isSoft() || last.hasExactDeadline())
                    && clause.end() - clause.start() < 24) {
                last.amount = amount;
            }
        }
    }

    private void count(List<Task> read, Sentence clause) {
        for (var amount : amounts.between(clause.start(), clause.end())) {
            var fitting = AmountFit.of(tokens, amount, read);
            if (fitting == null) {
                continue;
            }
            if (fitting.amount != null && fitting.kind == ObligationKind.EXEMPLAR_NOMINATION) {
                var another = fitting.copy();
                another.amount = amount;
                another.deadline = fitting.deadline;
                read.add(another);
            } else if (fitting.amount == null) {
                fitting.amount = amount;
            }
        }
    }

    /// Beside something definite, general direction in the same clause adds nothing.
    private static void soften(List<Task> read) {
        boolean hard = read.stream().anyMatch(task -> !task.isSoft());
        if (hard) {
            read.removeIf(task -> task.isSoft() && task.deadline == null && task.kind != ObligationKind.EXEMPTION_RULE);
        } else {
            boolean leads = read.stream().anyMatch(task -> task.kind != ObligationKind.ASSIGNMENT);
            if (leads) {
                read.removeIf(task -> task.kind == ObligationKind.ASSIGNMENT && task.rule.length() < 9);
            }
        }
    }

    private void parties(List<Task> read, Sentence clause, List<Task> before) {
        for (int i = 0; i < read.size(); i++) {
            var task = read.get(i);
            int end = clause.end();
            for (var other : read) {
                if (other.start > task.end && other.isReport() && other.deadline != task.deadline) {
                    end = Math.min(end, other.start);
                }
            }
            int from = read.size() == 1 ? clause.start() : Math.max(clause.start(), task.start - 2);
            var behind = parties.recipient(task.start, end);
            task.recipient = behind != null ? behind : parties.recipient(from, end);
            task.via = parties.via(task.start, clause.end());
            task.coordinators = parties.coordinators(clause.start(), clause.end());
            var own = before.isEmpty() ? null : parties.subject(clause.start(), clause.end());
            task.subject = own;
        }
    }

    /// A dated sentence without a cue is a task all the same.
    private void generic(List<Sentence> clauses, List<Found> loose, List<Task> all) {
        for (var found : loose) {
            boolean counts = (found.deadline().isExact() || found.deadline().isRegular())
                    && !found.deadline().rule().equals("bare-day")
                    && found.deadline().deadline().type() != DeadlineType.COMPLETED_ON;
            boolean acts = counts
                    && (!found.deadline().rule().equals("on")
                            || hasVerb(found.clause())
                            || parties.subject(
                                            found.clause().start(),
                                            found.clause().end())
                                    != null);
            if (acts
                    && found.clause().end() - found.clause().start() > 5
                    && all.stream()
                            .noneMatch(task -> task.sentence.equals(found.clause())
                                    && task.deadline != null
                                    && task.deadline
                                            .deadline()
                                            .equals(found.deadline().deadline()))) {
                var whole = new Sentence(
                        found.clause().block(),
                        clauses.size() > 1
                                ? found.clause().start()
                                : clauses.getFirst().start(),
                        found.clause().end());
                var task = new Task(
                        ObligationKind.GENERIC_TASK, null, whole.start(), whole.end(), whole, "dated sentence");
                task.deadline = found.deadline();
                task.subject = clauses.size() > 1 && !found.clause().equals(clauses.getFirst())
                        ? parties.subject(whole.start(), whole.end())
                        : null;
                task.recipient = parties.recipient(whole.start(), whole.end());
                task.via = parties.via(whole.start(), whole.end());
                amounts.between(whole.start(), whole.end()).stream()
                        .filter(amount -> amount.min() != null && amount.max() == null)
                        .findFirst()
                        .ifPresent(amount -> task.amount = amount);
                all.add(task);
            }
        }
    }

    private boolean hasVerb(Sentence clause) {
        for (int i = clause.start(); i < clause.end(); i++) {
            if (parties.isVerb(i, clause.end())) {
                return true;
            }
        }
        return false;
    }

    List<Amount> amounts(int start, int end) {
        return amounts.between(start, end);
    }

    @Nullable
    String subject(int start, int end) {
        return parties.subject(start, end);
    }

    Parties parties() {
        return parties;
    }
}
