package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// Reads the rows of a table of work: what, who, with whom, by when, told by its head or by what the cells hold.
final class TableReader {

    private enum Column {
        NUMBER,
        CONTENT,
        OWNER,
        HELPER,
        TIME,
        DUE,
        RESULT,
        OTHER
    }

    private final BodyText body;
    private final Tokens tokens;
    private final DeadlinePhrases deadlines;
    private final ClauseReader clauses;
    private final SentenceSorts sorts;
    private List<Column> head = List.of();
    private @Nullable String group;

    TableReader(BodyText body, Tokens tokens, DeadlinePhrases deadlines, ClauseReader clauses, SentenceSorts sorts) {
        this.body = body;
        this.tokens = tokens;
        this.deadlines = deadlines;
        this.clauses = clauses;
        this.sorts = sorts;
    }

    void leave() {
        head = List.of();
        group = null;
    }

    List<Task> row(Block block, int index) {
        var columns = headOf(block);
        if (columns != null) {
            head = columns;
            return List.of();
        }
        int content = -1;
        int time = -1;
        int owner = -1;
        int result = -1;
        int helper = -1;
        var cells = block.cells();
        var kinds = kindsOf(cells);
        for (int i = 0; i < cells.size(); i++) {
            switch (kinds.get(i)) {
                case CONTENT ->
                    content = content < 0 || length(cells.get(i)) > length(cells.get(content)) ? i : content;
                case TIME, DUE -> time = i;
                case OWNER -> owner = owner < 0 ? i : owner;
                case RESULT -> result = i;
                case HELPER -> helper = i;
                case NUMBER, OTHER -> {}
            }
        }
        if (content < 0) {
            return List.of();
        }
        return tasks(block, index, cells, content, time, owner, result, helper);
    }

    /// By the head of the table; where a row lacks cells, by what they hold, and the last day is the one that counts.
    private List<Column> kindsOf(List<int[]> cells) {
        if (cells.size() == head.size()) {
            return head;
        }
        var kinds = new ArrayList<Column>();
        for (int i = 0; i < cells.size(); i++) {
            kinds.add(guess(cells.get(i), i));
        }
        for (int i = 0; i < kinds.lastIndexOf(Column.TIME); i++) {
            if (kinds.get(i) == Column.TIME) {
                kinds.set(i, length(cells.get(i)) > 12 ? Column.CONTENT : Column.OTHER);
            }
        }
        return kinds;
    }

    private List<Task> tasks(
            Block block, int index, List<int[]> cells, int content, int time, int owner, int result, int helper) {
        int start = tokens.at(block.start());
        int end = tokens.at(block.end());
        var whole = new Sentence(index, start, end);
        int from = tokens.at(cells.get(content)[0]);
        int to = tokens.at(cells.get(content)[1]);
        var found = new ArrayList<FoundDeadline>();
        if (time >= 0) {
            boolean due = cells.size() == head.size()
                    ? head.get(time) == Column.DUE
                    : head.contains(Column.DUE) && !head.contains(Column.TIME);
            found.addAll(deadlines.between(
                    tokens.at(cells.get(time)[0]), tokens.at(cells.get(time)[1]), due ? Label.DUE : Label.HELD));
        }
        var inContent = deadlines.between(from, to, Label.NONE).stream()
                .filter(FoundDeadline::isExact)
                .toList();
        var cue = sorts.kindOf(from, to);
        if (cue == null && result >= 0) {
            cue = sorts.kindOf(tokens.at(cells.get(result)[0]), tokens.at(cells.get(result)[1]));
        }
        if (cue == null && found.isEmpty() && inContent.isEmpty()) {
            return List.of();
        }
        var task = new Task(
                cue == null ? ObligationKind.GENERIC_TASK : cue.kind(),
                cue == null ? null : cue.form(),
                from,
                to,
                whole,
                cue == null ? "row of a table" : cue.name());
        if (task.isSoft()
                && !found.isEmpty()
                && (task.kind == ObligationKind.ASSIGNMENT
                        || task.kind == ObligationKind.MONITORING
                        || task.kind == ObligationKind.EVALUATION_CRITERION)) {
            task.kind = ObligationKind.GENERIC_TASK;
        }
        var dated = found.isEmpty() ? inContent : found;
        if (!dated.isEmpty()) {
            task.offer(dated.getFirst(), whole);
        }
        if (owner >= 0) {
            task.subject = words(cells.get(owner));
        } else {
            task.subject = group;
        }
        if (helper >= 0) {
            task.coordinators = List.of(words(cells.get(helper)));
        }
        task.recipient = clauses.parties().recipient(from, to);
        clauses.amounts(from, to).stream()
                .findFirst()
                .filter(amount -> AmountFit.of(tokens, amount, List.of(task)) != null)
                .ifPresent(amount -> task.amount = amount);
        var tasks = new ArrayList<>(List.of(task));
        if (task.isReport() && dated.size() > 1) {
            dated.stream().skip(1).forEach(more -> {
                var copy = task.copy();
                copy.offer(more, whole);
                tasks.add(copy);
            });
        }
        tasks.forEach(Settling::settle);
        return tasks;
    }

    private String words(int[] cell) {
        return body.text().substring(cell[0], cell[1]).strip();
    }

    private static int length(int[] cell) {
        return cell[1] - cell[0];
    }

    /// The columns, if the row is the head of a table.
    private @Nullable List<Column> headOf(Block block) {
        int known = 0;
        var columns = new ArrayList<Column>();
        for (var cell : block.cells()) {
            if (length(cell) > 70) {
                return null;
            }
            var column = column(body.folded().substring(cell[0], cell[1]).strip());
            known += column == Column.OTHER ? 0 : 1;
            columns.add(column);
        }
        boolean content = columns.contains(Column.CONTENT);
        boolean time = columns.contains(Column.TIME) || columns.contains(Column.DUE) || columns.contains(Column.OWNER);
        boolean dated = block.cells().stream()
                .anyMatch(cell -> deadlines.between(tokens.at(cell[0]), tokens.at(cell[1]), Label.HELD).stream()
                        .anyMatch(FoundDeadline::isExact));
        return content && time && known >= 2 && !dated ? List.copyOf(columns) : null;
    }

    private static Column column(String name) {
        if (name.equals("tt")
                || name.equals("stt")
                || name.startsWith("so tt")
                || name.equals("t.t")
                || name.startsWith("so thu tu")) {
            return Column.NUMBER;
        }
        if (name.contains("phoi hop")) {
            return Column.HELPER;
        }
        if (name.contains("thoi han")
                || name.contains("thoi gian hoan thanh")
                || name.contains("tien do")
                || name.contains("han hoan")
                || name.contains("thoi gian gui")
                || name.contains("thoi diem hoan")) {
            return Column.DUE;
        }
        if (name.contains("thoi gian") || name.contains("thoi diem") || name.equals("ngay")) {
            return Column.TIME;
        }
        if (name.contains("chu tri")
                || name.contains("don vi")
                || name.contains("co quan")
                || name.contains("phu trach")
                || name.contains("nguoi thuc hien")
                || name.contains("trach nhiem")
                || name.startsWith("chu the")) {
            return Column.OWNER;
        }
        if (name.contains("san pham") || name.contains("ket qua") || name.contains("hinh thuc")) {
            return Column.RESULT;
        }
        if (name.contains("noi dung")
                || name.contains("nhiem vu")
                || name.contains("cong viec")
                || name.contains("hoat dong")
                || name.contains("ten ")
                || name.contains("chi tieu")
                || name.contains("van ban")
                || name.contains("loai bao cao")) {
            return Column.CONTENT;
        }
        return Column.OTHER;
    }

    private Column guess(int[] cell, int position) {
        int start = tokens.at(cell[0]);
        int end = tokens.at(cell[1]);
        if (end - start <= 2 && (tokens.isNumber(start) || length(cell) < 4)) {
            return Column.NUMBER;
        }
        boolean dated =
                end - start < 22 && !deadlines.between(start, end, Label.HELD).isEmpty();
        if (dated && position > 0) {
            return Column.TIME;
        }
        if (clauses.parties().isParty(start, end) && position > 0) {
            return Column.OWNER;
        }
        return length(cell) > 12 ? Column.CONTENT : Column.OTHER;
    }
}
