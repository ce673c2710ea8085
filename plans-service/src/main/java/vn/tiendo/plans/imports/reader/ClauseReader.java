package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
            var read = tasks(clause, purposes, found);
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
        nominations(all);
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

    /// The tasks that the cues of a clause show, without what is only named in passing.
    private List<Task> tasks(Sentence clause, Purposes purposes, List<FoundDeadline> found) {
        var tasks = new ArrayList<Task>();
        var hits = CueTable.STANDARD.hits(tokens, hidden, clause.start(), clause.end());
        boolean exempts = hits.stream().anyMatch(hit -> hit.cue().kind() == ObligationKind.EXEMPTION_RULE);
        for (var hit : hits) {
            var kind = hit.cue().kind();
            boolean aside = purposes.hold(hit.start()) || isEvent(hit, found);
            boolean released = exempts
                    && (kind == ObligationKind.INDIVIDUAL_REGISTRATION
                            || kind == ObligationKind.COLLECTIVE_PLAN
                            || kind == ObligationKind.ORG_REGISTRATION);
            if (aside || released || isNamedOnly(hit, clause) || isNegated(hit)) {
                continue;
            }
            if (isObject(hit, tasks)) {
                continue;
            }
            boolean seen = tasks.stream()
                    .anyMatch(task -> task.kind == kind
                            && !task.isReport()
                            && kind != ObligationKind.EXEMPLAR_NOMINATION
                            && (kind != ObligationKind.THEMATIC_MEETING
                                    || java.util.Objects.equals(
                                            task.form, hit.cue().form())));
            if (!seen) {
                tasks.add(new Task(
                        kind,
                        hit.cue().form(),
                        hit.start(),
                        hit.end(),
                        clause,
                        hit.cue().name()));
            }
        }
        return tasks;
    }

    /// "căn cứ bản đăng ký", "kết quả thực hiện kế hoạch cá nhân", "việc thực hiện đăng ký": a thing that exists
    /// already.
    private boolean isNamedOnly(Cue.Hit hit, Sentence clause) {
        int before = hit.start() - 1;
        if (isPartOfName(hit, clause)) {
            return true;
        }
        if (hit.cue().kind() == ObligationKind.INDIVIDUAL_REGISTRATION
                || hit.cue().kind() == ObligationKind.ORG_REGISTRATION) {
            boolean basis = tokens.is(before - 1, "can", "cu")
                    || tokens.is(before - 1, "co", "so")
                    || tokens.isOneOf(before, "cac", "theo");
            boolean doing = tokens.is(before - 1, "thuc", "hien")
                    && tokens.isOneOf(before - 2, "viec", "qua", "gia", "do", "sat");
            boolean judged = tokens.isExactly(before, "dụng")
                    || tokens.is(hit.end(), "la", "mot")
                    || tokens.is(hit.start(), "dang") && tokens.isOneOf(before, "da");
            return basis || doing || judged;
        }
        if (hit.cue().kind() == ObligationKind.RESULT_REPORT && tokens.is(hit.start(), "bao", "cao")) {
            boolean speaker = tokens.isOneOf(hit.start() + 2, "vien")
                    || tokens.isOneOf(before, "cac", "nghe", "trong", "tai", "theo", "qua", "vao")
                            && !tokens.isOneOf(hit.start() + 2, "ket");
            return speaker;
        }
        if (hit.cue().kind() == ObligationKind.ASSIGNMENT || hit.cue().kind() == ObligationKind.MONITORING) {
            return tokens.is(before, "duoc") && hit.start() > clause.start() + 1;
        }
        if (hit.cue().kind() == ObligationKind.EVENT || hit.cue().kind() == ObligationKind.CREATIVE_AWARD) {
            return tokens.isOneOf(before, "cac") && hit.start() > clause.start() + 3;
        }
        return false;
    }

    /// "báo cáo kết quả học tập", "kế hoạch tổ chức hội thi": what a report or a plan is about.
    private boolean isObject(Cue.Hit hit, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return false;
        }
        var owner = tasks.getLast();
        boolean written = owner.isReport()
                || owner.kind == ObligationKind.COLLECTIVE_PLAN
                || owner.kind == ObligationKind.DOCUMENT_ISSUANCE
                || owner.kind == ObligationKind.PLAN_SUBMISSION;
        if (!written
                || hit.start() - owner.end > 6
                || hit.cue().kind() == ObligationKind.INDIVIDUAL_REGISTRATION
                || Task.reports(hit.cue().kind())) {
            return false;
        }
        for (int i = owner.end; i < hit.start(); i++) {
            if (tokens.isSign(i) || tokens.isOneOf(i, "va", "gui", "truoc", "de")) {
                return false;
            }
        }
        return true;
    }

    /// "sau khi xây dựng kế hoạch": the event that a deadline waits for.
    private static boolean isEvent(Cue.Hit hit, List<FoundDeadline> found) {
        return hit.cue().kind() != ObligationKind.INCIDENT_REPORT
                && found.stream()
                        .anyMatch(one -> one.deadline().type() == DeadlineType.RELATIVE
                                && hit.start() > one.start()
                                && hit.end() <= one.end());
    }

    /// "Sở Giáo dục và Đào tạo", "Ủy ban Kiểm tra": the words of a body's name.
    private boolean isPartOfName(Cue.Hit hit, Sentence clause) {
        boolean inside = hit.start() > clause.start()
                && tokens.isCapitalised(hit.start())
                && tokens.isWord(hit.start() - 1)
                && !Letters.inCapitals(tokens.written(hit.start()));
        return inside
                && switch (hit.cue().kind()) {
                    case EDUCATION_PROGRAM, INSPECTION, SUPERVISION, PROPAGANDA, MONITORING, COMMENDATION -> true;
                    default -> false;
                };
    }

    private boolean isNegated(Cue.Hit hit) {
        return hit.cue().kind() != ObligationKind.EXEMPTION_RULE && tokens.isOneOf(hit.start() - 1, "khong", "chua");
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

    /// Several quotas of exemplars are several nominations, each in its own form.
    private void nominations(List<Task> all) {
        for (var task : all) {
            if (task.kind != ObligationKind.EXEMPLAR_NOMINATION || task.amount == null) {
                continue;
            }
            task.form = switch (tokens.word(unitToken(task.amount))) {
                case "tap" -> "COLLECTIVE";
                case "ca", "guong", "dien", "nguoi", "can", "dang" -> "INDIVIDUAL";
                case "mo" -> "MODEL";
                default -> task.form;
            };
        }
    }

    private int unitToken(Amount amount) {
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

    /// "Thời gian: …", "Hoàn thành trước …": says when, not what.
    boolean isOnlyDeadline(Sentence sentence) {
        int i = sentence.start();
        while (i < sentence.end() && tokens.isSign(i)) {
            i++;
        }
        boolean label = tokens.is(i, "thoi", "gian")
                || tokens.is(i, "thoi", "han")
                || tokens.is(i, "tien", "do")
                || tokens.is(i, "thoi", "diem")
                || tokens.is(i, "han", "nop")
                || tokens.is(i, "han", "gui")
                || tokens.is(i, "han", "cuoi")
                || tokens.is(i, "ngay", "hoan");
        boolean finish = tokens.is(i, "hoan", "thanh") || tokens.is(i, "xong") || tokens.is(i, "hoan", "tat");
        boolean bare = tokens.isOneOf(i, "truoc", "cham", "trong", "gui") && sentence.end() - i < 26;
        if (!label && !finish && !bare) {
            return false;
        }
        var found = deadlines.between(i, sentence.end(), Label.NONE);
        if (found.isEmpty()) {
            return false;
        }
        if (label) {
            return true;
        }
        int first = found.getFirst().start();
        if (bare && (first != i || parties.subject(i, sentence.end()) != null)) {
            return false;
        }
        return CueTable.STANDARD.hits(tokens, hidden, i, sentence.end()).stream()
                        .noneMatch(hit -> hit.start() < first || !bareDelivery(hit))
                && first - i < 14;
    }

    /// Where the part that only dates ends: behind its first deadline, if another task with its own deadline follows.
    int datedUpTo(Sentence sentence) {
        var found = deadlines.between(sentence.start(), sentence.end(), Label.NONE);
        if (found.size() < 2) {
            return sentence.end();
        }
        int first = found.getFirst().end();
        boolean more = CueTable.STANDARD.hits(tokens, hidden, first, sentence.end()).stream()
                .anyMatch(hit -> hit.start() < found.getLast().end() && !bareDelivery(hit));
        return more && found.getFirst().isExact() ? first : sentence.end();
    }

    private static boolean bareDelivery(Cue.Hit hit) {
        return hit.cue().name().equals("báo cáo");
    }

    /// A label that dates nothing and asks nothing.
    boolean isOnlyLabel(int start, int end) {
        return !hasWork(start, end) && deadlines.between(start, end, Label.NONE).isEmpty();
    }

    boolean hasWork(int start, int end) {
        return !CueTable.STANDARD.hits(tokens, hidden, start, end).isEmpty();
    }

    Set<ObligationKind> kindsIn(Sentence sentence) {
        var kinds = EnumSet.noneOf(ObligationKind.class);
        for (var hit : CueTable.STANDARD.hits(tokens, hidden, sentence.start(), sentence.end())) {
            kinds.add(hit.cue().kind());
        }
        return kinds;
    }

    /// The kind that a short text, as the cell of a table, asks for.
    @Nullable
    Cue kindOf(int start, int end) {
        var hits = CueTable.STANDARD.hits(tokens, hidden, start, end);
        return hits.stream()
                .map(Cue.Hit::cue)
                .filter(cue -> !new Task(cue.kind(), null, 0, 0, new Sentence(0, 0, 0), "").isSoft())
                .findFirst()
                .or(() -> hits.stream().map(Cue.Hit::cue).findFirst())
                .orElse(null);
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

    /// What only the subject can tell: whether a person or a body registers or reports.
    static void settle(Task task) {
        var subject = task.subject == null ? "" : Letters.fold(task.subject);
        boolean person = subject.startsWith("moi can bo")
                || subject.startsWith("moi dang vien")
                || subject.contains("ca nhan")
                || subject.startsWith("tung dang vien")
                || subject.startsWith("dang vien")
                || subject.startsWith("can bo")
                || subject.startsWith("moi cong chuc")
                || subject.startsWith("tung can bo")
                || subject.startsWith("moi doan vien")
                || subject.startsWith("moi hoi vien")
                || subject.startsWith("moi vien chuc")
                || subject.startsWith("moi giao vien")
                || subject.startsWith("tung ca nhan")
                || subject.startsWith("moi nguoi");
        if (task.kind == ObligationKind.ORG_REGISTRATION && person) {
            task.kind = ObligationKind.INDIVIDUAL_REGISTRATION;
            task.form = "REGISTRATION";
        }
        boolean vague = task.deadline != null && task.deadline.deadline().type() == DeadlineType.END_OF_PERIOD;
        if (task.kind == ObligationKind.RESULT_REPORT
                && vague
                && !person
                && !subject.isEmpty()
                && !subject.contains("can bo, dang vien")) {
            task.kind = ObligationKind.PERIODIC_REPORT;
        }
        boolean dated = task.hasExactDeadline()
                && task.deadline != null
                && task.deadline.deadline().type() != DeadlineType.COMPLETED_ON;
        if (dated && (task.kind == ObligationKind.ASSIGNMENT || task.kind == ObligationKind.MONITORING)) {
            task.kind = ObligationKind.GENERIC_TASK;
        }
        boolean repeated = task.deadline != null && task.deadline.deadline().type() == DeadlineType.RECURRING;
        boolean again = task.deadline != null && task.deadline.deadline().recurrence() != null && !person;
        if (task.kind == ObligationKind.RESULT_REPORT && (repeated || again)) {
            task.kind = ObligationKind.PERIODIC_REPORT;
        }
        if (task.kind == ObligationKind.INSPECTION && subject.startsWith("mat tran")) {
            task.kind = ObligationKind.SUPERVISION;
        }
        if (task.kind == ObligationKind.PERIODIC_REPORT) {
            task.form = ReportForm.of(task);
        }
    }
}
