package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// Finds what a line that only says by when belongs to.
///
/// @param tasks all that was read so far
/// @param sectionStart where those of the section begin
record DatedLines(
        BodyText body,
        Tokens tokens,
        DeadlinePhrases deadlines,
        ClauseReader clauses,
        SentenceSorts sorts,
        Parties parties,
        Outline outline,
        List<Task> tasks,
        int sectionStart) {

    private static final int WINDOW = 60;

    /// A deadline on a line or in a sentence of its own goes to the tasks before it in its section.
    ///
    /// @return tasks that nothing before the line asks for
    List<Task> attach(Sentence sentence, int index) {
        var found = deadlines.between(sentence.start(), sentence.end(), Label.NONE);
        if (found.isEmpty()) {
            return List.of();
        }
        var deadline = found.stream()
                .min(Comparator.comparingInt(FoundDeadline::order))
                .orElseThrow();
        var named = sorts.kindsIn(sentence);
        var open = open(index);
        var sameKind = tasks.subList(Math.min(sectionFloor(), tasks.size()), tasks.size()).stream()
                .filter(task -> named.contains(task.kind) && !task.hasExactDeadline())
                .toList();
        if (!sameKind.isEmpty() && !tokens.is(sentence.start(), "hoan")) {
            give(sameKind.getFirst(), deadline, sentence);
            sameKind.stream().skip(1).filter(task -> task.amount == null).forEach(task -> task.dropped = true);
            return List.of();
        }
        var chosen = chosen(open, sentence, index);
        headingTask(chosen, sentence);
        if (chosen.isEmpty()) {
            var read = clauses.read(List.of(sentence));
            if (read.isEmpty() && deadline.isExact()) {
                generic(index, sentence, read);
            }
            read.forEach(task -> give(task, deadline, sentence));
            return read;
        }
        for (var task : chosen) {
            give(task, deadline, sentence);
        }
        return List.of();
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
