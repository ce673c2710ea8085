package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.obligation.ObligationKind;

/// What the cues of a clause ask for, without what is only named in passing.
final class CuedTasks {

    private final Tokens tokens;
    private final boolean[] hidden;

    CuedTasks(Tokens tokens, boolean[] hidden) {
        this.tokens = tokens;
        this.hidden = hidden;
    }

    /// The tasks that the cues of a clause show, without what is only named in passing.
    List<Task> in(Sentence clause, Purposes purposes, List<FoundDeadline> found) {
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
            boolean paper = tokens.is(before, "thao") && tokens.is(before - 1, "du")
                    || tokens.is(hit.start() + 2, "chinh", "tri");
            return speaker || paper;
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
                && (hit.end() - hit.start() < 4 || tokens.isCapitalised(hit.end() - 2))
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
}
