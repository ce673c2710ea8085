package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// Walks through the blocks of a document and gathers what is owed.
final class ObligationReader {

    /// Labels whose lines tell more of a task above and are no task themselves.
    private static final Set<String> FIELD_LABELS = Set.of(
            "to chuc thuc hien",
            "co quan phoi hop",
            "don vi phoi hop",
            "phoi hop",
            "doi tuong",
            "thanh phan",
            "dia diem",
            "hinh thuc",
            "chu tri",
            "don vi chu tri",
            "co quan chu tri",
            "don vi thuc hien",
            "doi tuong kiem tra",
            "doi tuong giam sat",
            "doi tuong tham gia",
            "thanh phan tham du",
            "thanh phan tham gia",
            "so luong",
            "kinh phi",
            "doi tuong du thi",
            "co quan tham muu",
            "noi nhan",
            "ghi chu",
            "dien thoai",
            "bao cao vien",
            "chu tri tham muu",
            "phuong phap",
            "phuong thuc",
            "dia chi",
            "san pham",
            "du kien san pham",
            "ket qua",
            "tai lieu",
            "thoi luong",
            "dai bieu",
            "trang phuc",
            "noi dung");

    private static final int WINDOW = 60;

    private final BodyText body;
    private final Tokens tokens;
    private final boolean[] hidden;
    private final DeadlinePhrases deadlines;
    private final Parties parties;
    private final ClauseReader clauses;
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
        clauses = new ClauseReader(tokens, hidden, deadlines, parties, new Amounts(tokens, dates, hidden));
    }

    List<Task> read(int preambleEnd) {
        var rows = new TableReader(body, tokens, deadlines, clauses);
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
        int label = labelEnd(start, end);
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
            if (clauses.isOnlyLabel(start, end)) {
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
        int colon = labelEnd(start, end);
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

    /// After "X:" at the start of a block, or -1.
    private int labelEnd(int start, int end) {
        for (int i = start; i < Math.min(end, start + 45); i++) {
            if (tokens.is(i, ":")) {
                return i > start && !tokens.isNumber(i - 1) ? i + 1 : -1;
            }
            if (tokens.isOneOf(i, ";", ".") || hidden[i]) {
                return -1;
            }
        }
        return -1;
    }

    /// "+ Cơ quan phối hợp: …", "+ Đối tượng kiểm tra: …" belong to the task above.
    private boolean fieldLine(int start, int label, int end) {
        var name = body.folded()
                .substring(tokens.start(start), tokens.start(label - 1))
                .strip();
        if (!FIELD_LABELS.contains(name)) {
            return false;
        }
        boolean dated = deadlines.between(label, end, Label.NONE).stream().anyMatch(FoundDeadline::isExact);
        var task = tasks.isEmpty() ? null : tasks.getLast();
        boolean follows =
                task != null && tasks.size() > sectionStart || task != null && task.sentence.block() == lastParentBlock;
        if (dated || (!follows && !name.startsWith("noi dung") && clauses.hasWork(label, end))) {
            return false;
        }
        if (name.equals("noi dung") || name.equals("hinh thuc") || name.equals("phuong thuc")) {
            return !clauses.hasWork(label, end) || follows && end - label < 40;
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
            if (clauses.isOnlyDeadline(sentence)) {
                int dated = clauses.datedUpTo(sentence);
                attach(new Sentence(index, sentence.start(), dated), index);
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
            ClauseReader.settle(task);
            tasks.add(task);
        }
    }

    /// A deadline on a line or in a sentence of its own goes to the tasks before it in its section.
    private void attach(Sentence sentence, int index) {
        var found = deadlines.between(sentence.start(), sentence.end(), Label.NONE);
        if (found.isEmpty()) {
            return;
        }
        var deadline = found.stream()
                .min(java.util.Comparator.comparingInt(FoundDeadline::order))
                .orElseThrow();
        var named = clauses.kindsIn(sentence);
        var open = open(index);
        var sameKind = tasks.subList(Math.min(sectionFloor(), tasks.size()), tasks.size()).stream()
                .filter(task -> named.contains(task.kind) && !task.hasExactDeadline())
                .toList();
        if (!sameKind.isEmpty() && !tokens.is(sentence.start(), "hoan")) {
            give(sameKind.getFirst(), deadline, sentence);
            sameKind.stream().skip(1).filter(task -> task.amount == null).forEach(task -> task.dropped = true);
            return;
        }
        var chosen = chosen(open, sentence, index);
        headingTask(chosen, sentence);
        if (chosen.isEmpty()) {
            var read = clauses.read(List.of(sentence));
            if (read.isEmpty() && deadline.isExact()) {
                generic(index, sentence, read);
            }
            if (!read.isEmpty()) {
                read.forEach(task -> give(task, deadline, sentence));
                add(read, lastSubject != null ? lastSubject : outline.party(), index);
            }
            return;
        }
        for (var task : chosen) {
            give(task, deadline, sentence);
        }
    }

    private int sectionFloor() {
        int floor = Math.max(tasks.size() - WINDOW, sectionStart);
        return Math.max(0, Math.min(floor, tasks.size() - 8));
    }

    private void give(Task task, FoundDeadline deadline, Sentence sentence) {
        task.offer(deadline, sentence);
        if (task.recipient == null) {
            task.recipient = parties.recipient(sentence.start(), sentence.end());
        }
        if (task.via == null) {
            task.via = parties.via(sentence.start(), sentence.end());
        }
    }

    /// The tasks of the section, no further back than a window, so that one endless section stays linear.
    private List<Task> recent() {
        return tasks.subList(Math.min(Math.max(sectionStart, tasks.size() - WINDOW), tasks.size()), tasks.size());
    }

    private List<Task> open(int index) {
        return recent().stream()
                .filter(task -> !task.hasExactDeadline()
                        && !task.dropped
                        && task.kind != ObligationKind.EXEMPTION_RULE
                        && index - task.sentence.block() < 12)
                .toList();
    }

    private List<Task> chosen(List<Task> open, Sentence sentence, int index) {
        var first = open.stream().filter(Task::isFirst).toList();
        boolean ownLine = !tokens.is(sentence.start(), "hoan") && !tokens.is(sentence.start(), "xong");
        var pool = first.isEmpty() ? open : first;
        if (pool.isEmpty()) {
            return new ArrayList<>();
        }
        int nearest = pool.getLast().sentence.block();
        var chosen = new ArrayList<Task>();
        for (var task : pool) {
            boolean near = task.sentence.block() == nearest;
            boolean planned = !ownLine
                    && (task.kind == ObligationKind.COLLECTIVE_PLAN || task.kind == ObligationKind.BREAKTHROUGH_TASK);
            if (near || planned) {
                chosen.add(task);
            }
        }
        if (first.isEmpty() && chosen.size() > 1) {
            var hard = chosen.stream().filter(task -> !task.isSoft()).toList();
            return new ArrayList<>(List.of(hard.isEmpty() ? chosen.getFirst() : hard.getFirst()));
        }
        return chosen;
    }

    /// "2.4. Xây dựng kế hoạch …" over a paragraph that only says who and when: the heading tells what.
    private void headingTask(List<Task> chosen, Sentence sentence) {
        if (chosen.stream().anyMatch(task -> task.kind != ObligationKind.BREAKTHROUGH_TASK)) {
            return;
        }
        for (var heading : outline.above().reversed()) {
            if (heading.level() > 7) {
                continue;
            }
            var read = clauses.read(List.of(new Sentence(heading.block(), heading.start(), heading.end())));
            var kind = read.stream().filter(Task::isFirst).findFirst();
            if (kind.isEmpty()) {
                continue;
            }
            boolean known = recent().stream()
                    .anyMatch(task -> task.kind == kind.get().kind && task.sentence.block() >= heading.block());
            if (!known) {
                var block = body.blocks().get(sentence.block());
                var opening = Sentence.of(tokens, sentence.block(), tokens.at(block.start()), tokens.at(block.end()))
                        .getFirst();
                var task = new Task(
                        kind.get().kind,
                        kind.get().form,
                        opening.start(),
                        opening.end(),
                        opening,
                        "heading: " + kind.get().rule);
                task.subject = parties.subject(opening.start(), opening.end());
                tasks.add(task);
                chosen.add(task);
            }
            return;
        }
    }

    private void generic(int index, Sentence sentence, List<Task> read) {
        int parent = index;
        boolean own = body.blocks().get(index).start() < tokens.start(sentence.start()) - 8;
        if (!own
                && index > 0
                && body.blocks().get(index - 1).zone() == Block.Zone.BODY
                && !body.blocks().get(index - 1).isRow()) {
            parent = index - 1;
        }
        var block = body.blocks().get(parent);
        var opening = Sentence.of(tokens, parent, tokens.at(block.start()), tokens.at(block.end()))
                .getFirst();
        read.add(new Task(ObligationKind.GENERIC_TASK, null, opening.start(), opening.end(), opening, "dated line"));
    }
}
