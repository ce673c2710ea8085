package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.imports.reader.ReadDocument.NonDeadline;
import vn.tiendo.plans.imports.reader.ReadDocument.Question;
import vn.tiendo.plans.imports.reader.ReadObligation.Tier;
import vn.tiendo.plans.obligation.ObligationKind;

/// Reads the text of a plan: pure, deterministic, in time linear in its length.
public final class PlanReader {

    private static final int MOST_NON_DEADLINES = 60;

    private PlanReader() {}

    /// @throws SecretDocument if the text is marked as a state secret; nothing of it is read
    public static ReadDocument read(String text) {
        var lines = LineCleaner.lines(text);
        SecretDocument.refuse(lines);
        var parts = Parts.of(lines);
        var body = BodyJoiner.join(text, parts.head(), parts.body());
        var tokens = new Tokens(body);
        var dates = new Dates(tokens);
        var citations = new Citations(tokens, dates).all();
        var hidden = Hidden.of(tokens, citations);
        var identity = new Identity(parts, body, tokens, dates, citations, hidden);
        var years = identity.years();
        var facts = identity.facts(years);
        var tasks = new ObligationReader(body, tokens, dates, hidden, years).read(identity.preambleEnd());
        var obligations = new ArrayList<ReadObligation>();
        for (var task : Merging.merged(tasks)) {
            obligations.add(obligation(tokens, task, obligations.size() + 1));
        }
        return new ReadDocument(facts, obligations, nonDeadlines(citations, facts), questions(facts, obligations));
    }

    private static ReadObligation obligation(Tokens tokens, Task task, int number) {
        var body = tokens.body();
        int start = tokens.start(task.sentence.start());
        int end = tokens.end(Math.max(task.sentence.start(), task.sentence.end() - 1));
        var quote = body.quote(start, end);
        var found = task.deadline;
        if (task.kind == ObligationKind.PERIODIC_REPORT && found != null && found.isExact()) {
            var near = ReportForm.near(tokens, found, task.sentence.start(), task.sentence.end());
            task.form = near != null ? near : task.form;
        }
        String deadlineQuote = null;
        if (found != null && task.deadlineSentence != null && !task.deadlineSentence.equals(task.sentence)) {
            deadlineQuote = String.join(
                    " ",
                    body.quote(
                            tokens.start(task.deadlineSentence.start()), tokens.end(task.deadlineSentence.end() - 1)));
        }
        var amount = task.amount;
        var deadline = found == null ? null : found.deadline();
        boolean completed = deadline != null && deadline.type() == DeadlineType.COMPLETED_ON;
        return new ReadObligation(
                "O-%02d".formatted(number),
                task.kind,
                task.form,
                task.subject,
                task.recipient,
                task.via,
                task.coordinators,
                task.inspectionSubjects,
                deadline,
                amount == null ? null : amount.min(),
                amount == null ? null : amount.max(),
                amount == null ? null : amount.target(),
                amount == null ? null : amount.unit(),
                amount == null ? null : amount.perPeriod(),
                Exemptions.of(tokens, task),
                isOptional(tokens, task) ? Boolean.TRUE : null,
                completed ? "COMPLETED" : null,
                Tiers.of(task),
                quote.isEmpty() ? "" : quote.getFirst(),
                quote.size() > 1 ? quote.subList(1, quote.size()) : List.of(),
                deadlineQuote,
                body.offset(start),
                body.endOffset(end),
                found == null ? task.rule : task.rule + " + " + found.rule(),
                confidence(task));
    }

    private static boolean isOptional(Tokens tokens, Task task) {
        for (int i = Math.max(task.sentence.start(), task.start - 4); i < task.start; i++) {
            if (tokens.is(i, "co", "the")) {
                return true;
            }
        }
        return false;
    }

    private static double confidence(Task task) {
        double sure = task.kind == ObligationKind.GENERIC_TASK ? 0.5 : task.isSoft() ? 0.6 : 0.8;
        if (task.deadline != null && task.deadline.isExact()) {
            sure += 0.1;
        }
        if (task.deadlineSentence != null && !task.deadlineSentence.equals(task.sentence)) {
            sure -= 0.1;
        }
        if (task.subject == null) {
            sure -= 0.1;
        }
        return Math.round(sure * 100) / 100.0;
    }

    private static List<NonDeadline> nonDeadlines(List<Citation> citations, ReadFacts facts) {
        var found = new ArrayList<NonDeadline>();
        if (facts.issueDateRaw() != null) {
            found.add(new NonDeadline(facts.issueDateRaw(), "issue date"));
        }
        if (facts.receivedDate() != null) {
            found.add(new NonDeadline(facts.receivedDate().raw(), "incoming stamp"));
        }
        if (facts.publishedAt() != null) {
            found.add(new NonDeadline(facts.publishedAt().raw(), "publication time"));
        }
        for (var citation : citations) {
            if (citation.date() != null && found.size() < MOST_NON_DEADLINES) {
                found.add(new NonDeadline(citation.raw(), "cited document"));
            }
        }
        return found;
    }

    private static List<Question> questions(ReadFacts facts, List<ReadObligation> obligations) {
        var questions = new ArrayList<Question>();
        ask(questions, facts.number(), "number");
        ask(questions, facts.issueDate(), "issueDate");
        ask(questions, facts.issuer(), "issuer");
        ask(questions, facts.title(), "title");
        ask(questions, facts.planYear(), "planYear");
        for (var obligation : obligations) {
            if (obligation.subject() == null && obligation.tier() == Tier.CORE) {
                questions.add(new Question(obligation.id(), "subject", "who-owes"));
            }
            var deadline = obligation.deadline();
            if (deadline == null) {
                continue;
            }
            if (deadline.yearInherited() != null) {
                questions.add(new Question(obligation.id(), "deadline", "confirm-year"));
            }
            if (deadline.recurrence() != null
                    && Objects.equals(deadline.recurrence().freq(), "UNSPECIFIED")) {
                questions.add(new Question(obligation.id(), "deadline.recurrence", "which-period"));
            }
            boolean open = switch (deadline.type()) {
                case RELATIVE, ANCHORED, END_OF_PERIOD -> true;
                case BEFORE_DATE, BY_DATE -> deadline.date() == null && deadline.recurrence() == null;
                case WITHIN_PERIOD -> deadline.to() == null;
                case RECURRING, ONGOING, COMPLETED_ON -> false;
            };
            if (open || deadline.vague() != null) {
                questions.add(new Question(obligation.id(), "deadline", "set-a-day"));
            }
        }
        return questions;
    }

    private static void ask(List<Question> questions, @Nullable Object value, String field) {
        if (value == null) {
            questions.add(new Question(null, field, "not-stated"));
        }
    }
}
