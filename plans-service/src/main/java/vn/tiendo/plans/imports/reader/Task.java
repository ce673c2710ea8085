package vn.tiendo.plans.imports.reader;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// An obligation while its deadline, counts and parties are still being gathered.
final class Task {

    private static final Set<ObligationKind> SOFT = EnumSet.of(
            ObligationKind.PROPAGANDA,
            ObligationKind.PUBLIC_CRITICISM,
            ObligationKind.EXEMPLARY_CONDUCT,
            ObligationKind.COMMENDATION,
            ObligationKind.MONITORING,
            ObligationKind.ASSIGNMENT,
            ObligationKind.FUNDING,
            ObligationKind.EVALUATION_CRITERION,
            ObligationKind.CREATIVE_AWARD,
            ObligationKind.EXEMPTION_RULE,
            ObligationKind.SUPERVISION);
    private static final Set<ObligationKind> SECOND = EnumSet.of(
            ObligationKind.ETHICS_STANDARD_REVIEW,
            ObligationKind.REGULATION_REVIEW,
            ObligationKind.STUDY_MATERIAL,
            ObligationKind.EDUCATION_PROGRAM,
            ObligationKind.GENERIC_TASK,
            ObligationKind.THEMATIC_MEETING,
            ObligationKind.INSPECTION,
            ObligationKind.RATING);

    ObligationKind kind;

    @Nullable
    String form;

    final int start;
    final int end;
    final Sentence sentence;
    final String rule;

    @Nullable
    FoundDeadline deadline;

    @Nullable
    Sentence deadlineSentence;

    @Nullable
    Amount amount;

    @Nullable
    String subject;

    @Nullable
    String recipient;

    @Nullable
    String via;

    List<String> coordinators = List.of();
    List<String> inspectionSubjects = List.of();
    List<String> exempt = List.of();
    boolean dropped;

    Task(ObligationKind kind, @Nullable String form, int start, int end, Sentence sentence, String rule) {
        this.kind = kind;
        this.form = form;
        this.start = start;
        this.end = end;
        this.sentence = sentence;
        this.rule = rule;
    }

    Task copy() {
        var copy = new Task(kind, form, start, end, sentence, rule);
        copy.subject = subject;
        copy.recipient = recipient;
        copy.via = via;
        copy.coordinators = coordinators;
        copy.exempt = exempt;
        return copy;
    }

    /// General direction: it takes a deadline only where nothing else could.
    boolean isSoft() {
        return SOFT.contains(kind);
    }

    /// The kinds a deadline on a line of its own is most likely meant for.
    boolean isFirst() {
        return !isSoft() && !SECOND.contains(kind) && (kind != ObligationKind.BREAKTHROUGH_TASK || amount != null);
    }

    boolean isReport() {
        return reports(kind);
    }

    static boolean reports(ObligationKind kind) {
        return switch (kind) {
            case RESULT_REPORT,
                    PERIODIC_REPORT,
                    INTERIM_REVIEW_REPORT,
                    FINAL_REVIEW_REPORT,
                    EXEMPT_LIST_REPORT,
                    INCIDENT_REPORT -> true;
            default -> false;
        };
    }

    boolean hasExactDeadline() {
        return deadline != null && deadline.isExact();
    }

    void offer(FoundDeadline found, Sentence from) {
        if (deadline == null || found.order() < deadline.order()) {
            deadline = found;
            deadlineSentence = from;
        }
    }
}
