package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// Walks through the blocks of a document and gathers what is owed.
final class ObligationReader {

    private final BodyText body;
    private final Tokens tokens;
    private final boolean[] hidden;
    private final DeadlinePhrases deadlines;
    private final Parties parties;
    private final ClauseReader clauses;
    private final SentenceSorts sorts;
    private final Labels labels;
    private final Outline outline = new Outline();
    private final List<Task> tasks = new ArrayList<>();
    private int sectionStart;
    private @Nullable String lastSubject;
    private int lastSubjectBlock = -1;
    private int lastParentBlock = -1;

    ObligationReader(BodyText body, Tokens tokens, Dates dates, boolean[] hidden, PlanYears years) {
        this.body = body;
        this.tokens = tokens;
        this.hidden = hidden;
        deadlines = new DeadlinePhrases(tokens, dates, hidden, years);
        parties = new Parties(tokens, hidden);
        labels = new Labels(body, tokens, hidden);
        sorts = new SentenceSorts(tokens, hidden, deadlines, parties);
        clauses = new ClauseReader(tokens, hidden, deadlines, parties, new Amounts(tokens, dates, hidden));
    }

    List<Task> read(int preambleEnd) {
        var rows = new TableReader(body, tokens, deadlines, clauses, sorts);
        for (int i = 0; i < body.blocks().size(); i++) {
            var block = body.blocks().get(i);
            if (block.zone() != Block.Zone.BODY) {
                continue;
            }
            if (block.isRow()) {
                tasks.addAll(rows.row(block, i));
                continue;
            }
            rows.leave();
            block(block, i, i < preambleEnd);
        }
        tasks.removeIf(task -> task.dropped);
        return tasks;
    }

    private void block(Block block, int index, boolean preamble) {
        int level = block.marker().level();
        int start = tokens.at(block.start() + block.marker().length());
        int end = tokens.at(block.end());
        if (start >= end) {
            return;
        }
        if (!preamble && isHeading(block, index, start, end)) {
            outline.enter(new Outline.Heading(
                    level,
                    index,
                    start,
                    end,
                    partyOf(start, end),
                    Outline.roleOf(body.folded().substring(tokens.start(start), block.end()))));
            sectionStart = tasks.size();
            lastSubject = null;
            if (isLeaf(index, level)) {
                leaf(index, start, end);
            }
            return;
        }
        if (level < 99) {
            outline.leave(level);
        }
        if (level <= 7) {
            sectionStart = tasks.size();
        }
        int label = labels.end(start, end);
        if (label > 0 && (labels.namesPeriod(start, label) || labels.tellsWhatItIsAbout(start, label))) {
            return;
        }
        if (label > 0 && label < end - 1) {
            if (fieldLine(start, label, end)) {
                return;
            }
            var party = partyOf(start, label - 1);
            if (party != null || level < 99) {
                outline.enter(new Outline.Heading(level, index, start, label, party, Outline.Role.WORK));
            }
            if (party != null) {
                lastSubject = party;
                lastSubjectBlock = index;
            }
        } else if (label > 0) {
            outline.enter(new Outline.Heading(level, index, start, end, partyOf(start, end - 1), Outline.Role.WORK));
            if (sorts.isOnlyLabel(start, end)) {
                return;
            }
        }
        if (level <= 9) {
            lastParentBlock = index;
        }
        sentences(block, index, start, end, label, preamble);
    }

    private @Nullable String partyOf(int start, int end) {
        int first = tokens.is(start, "doi", "voi") ? start + 2 : start;
        int last = end;
        while (last > first && tokens.isSign(last - 1)) {
            last--;
        }
        return parties.isParty(first, last) ? body.text().substring(tokens.start(first), tokens.end(last - 1)) : null;
    }

    /// A numbered line without a full stop at its end, or a short line in capitals.
    private boolean isHeading(Block block, int index, int start, int end) {
        var text = body.words(block);
        char last = text.charAt(text.length() - 1);
        if (last == ';' || text.length() > 260) {
            return false;
        }
        boolean capitals = Letters.inCapitals(text) && text.length() < 160;
        if (capitals && block.marker().level() > 2) {
            return block.marker().level() <= 7 || text.length() > 8;
        }
        if (!block.marker().isHeading()) {
            return false;
        }
        if (last == '.'
                && !(partyOf(start, end) != null
                        || text.length() < 60
                                && index + 1 < body.blocks().size()
                                && body.blocks().get(index + 1).marker().level()
                                        > block.marker().level()
                                && body.blocks().get(index + 1).marker().isGiven())) {
            return false;
        }
        int colon = labels.end(start, end);
        if (colon > 0 && colon < end) {
            return false;
        }
        boolean dated = deadlines.between(start, end, Label.NONE).stream().anyMatch(FoundDeadline::isExact);
        return !dated || !isLeaf(index, block.marker().level());
    }

    /// Nothing stands under it.
    private boolean isLeaf(int index, int level) {
        if (index + 1 >= body.blocks().size()) {
            return true;
        }
        var next = body.blocks().get(index + 1);
        return next.zone() != Block.Zone.BODY
                || (next.marker().isGiven() && next.marker().level() <= level);
    }

    private void leaf(int index, int start, int end) {
        if (outline.role() == Outline.Role.WORK && partyOf(start, end) == null) {
            add(clauses.read(List.of(new Sentence(index, start, end))), outline.party(), index);
        }
    }

    /// "+ Cơ quan phối hợp: …", "+ Đối tượng kiểm tra: …" belong to the task above.
    private boolean fieldLine(int start, int label, int end) {
        var name = labels.of(start, label);
        if (!Labels.FIELDS.contains(name)) {
            return false;
        }
        boolean dated = deadlines.between(label, end, Label.NONE).stream().anyMatch(FoundDeadline::isExact);
        var task = tasks.isEmpty() ? null : tasks.getLast();
        boolean follows =
                task != null && tasks.size() > sectionStart || task != null && task.sentence.block() == lastParentBlock;
        if (dated || (!follows && !name.startsWith("noi dung") && sorts.hasWork(label, end))) {
            return false;
        }
        if (name.equals("noi dung") || name.equals("hinh thuc") || name.equals("phuong thuc")) {
            return !sorts.hasWork(label, end) || follows && end - label < 40;
        }
        if (task == null) {
            return true;
        }
        var words = body.text()
                .substring(tokens.start(label), tokens.end(Math.min(end - 1, label + 80)))
                .replaceAll("[.;,\\s]+$", "");
        if (name.contains("phoi hop")) {
            task.coordinators = List.of(words.split("[,;]\\s+"));
        } else if (name.startsWith("doi tuong")) {
            task.inspectionSubjects = List.of(words.split(";\\s+"));
        } else if (name.contains("chu tri") || name.equals("don vi thuc hien") || name.equals("to chuc thuc hien")) {
            var subject = parties.subject(label, end);
            task.subject = task.subject == null || !name.equals("to chuc thuc hien")
                    ? subject != null ? subject : words
                    : task.subject;
        }
        return true;
    }

    private void sentences(Block block, int index, int start, int end, int label, boolean preamble) {
        var role = outline.role();
        for (var sentence : Sentence.of(tokens, index, start, end)) {
            if (sentence.end() - sentence.start() < 3) {
                continue;
            }
            var parts = sentence.clauses(tokens);
            if (sorts.isOnlyDeadline(sentence)) {
                int dated = sorts.datedUpTo(sentence);
                var lines =
                        new DatedLines(body, tokens, deadlines, clauses, sorts, parties, outline, tasks, sectionStart);
                add(
                        lines.attach(new Sentence(index, sentence.start(), dated), index),
                        lastSubject != null ? lastSubject : outline.party(),
                        index);
                if (dated < sentence.end()) {
                    var rest = new Sentence(index, dated, sentence.end());
                    add(clauses.read(rest.clauses(tokens)), lastSubject != null ? lastSubject : outline.party(), index);
                }
                continue;
            }
            var read = clauses.read(parts);
            if (preamble) {
                read.removeIf(task -> !task.hasExactDeadline() || !asks(sentence));
            } else if (role == Outline.Role.GOALS) {
                read.clear();
            } else if (role == Outline.Role.PURPOSE) {
                read.removeIf(task -> !task.hasExactDeadline()
                        && task.kind != ObligationKind.RESULT_REPORT
                        && task.kind != ObligationKind.EVALUATION_CRITERION);
            }
            exemptLists(read, sentence);
            var subject = parties.subject(sentence.start(), sentence.end());
            if (subject == null && label > sentence.start() && label < sentence.end()) {
                subject = parties.subject(label, sentence.end());
            }
            if (subject != null) {
                lastSubject = subject;
                lastSubjectBlock = index;
            }
            add(
                    read,
                    lastSubject != null && (subject != null || lastSubjectBlock == index)
                            ? lastSubject
                            : outline.party(),
                    index);
        }
        if (block.marker().isGiven() && block.marker().level() <= 9) {
            lastParentBlock = index;
        }
    }

    private boolean asks(Sentence sentence) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            if (tokens.is(i, "de", "nghi")
                    || tokens.is(i, "yeu", "cau")
                    || tokens.is(i, "giao", "cac")
                    || tokens.is(i, "kinh", "de")) {
                return true;
            }
        }
        return false;
    }

    /// After an exemption, "tổng hợp, báo cáo" means the list of the exempt.
    private void exemptLists(List<Task> read, Sentence sentence) {
        var before = tasks.isEmpty() ? null : tasks.getLast();
        boolean follows = before != null
                && before.kind == ObligationKind.EXEMPTION_RULE
                && before.sentence.block() >= sentence.block() - 1;
        if (!follows) {
            return;
        }
        for (var task : read) {
            if (task.kind == ObligationKind.RESULT_REPORT
                    && !tokens.is(task.end - 1, "qua")
                    && !task.hasExactDeadline()) {
                task.kind = ObligationKind.EXEMPT_LIST_REPORT;
            }
        }
    }

    private void add(List<Task> read, @Nullable String subject, int index) {
        for (var task : read) {
            if (task.subject == null) {
                task.subject = subject;
            }
            Settling.settle(task);
            tasks.add(task);
        }
    }
}
