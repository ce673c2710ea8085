package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headings and labels that stand above a block.
final class Outline {

    /// What a section is about.
    enum Role {
        WORK,
        /// Aims, views, state of affairs: little in it is owed.
        PURPOSE,
        /// Figures to be reached.
        GOALS
    }

    /// A heading or label; `party` is the body it names, if it names one.
    record Heading(
            int level,
            int block,
            int start,
            int end,
            @Nullable String party,
            Role role) {}

    private final List<Heading> stack = new ArrayList<>();

    void enter(Heading heading) {
        leave(heading.level());
        stack.add(heading);
    }

    /// A block of a level ends all headings of the same and deeper levels.
    void leave(int level) {
        stack.removeIf(heading -> heading.level() >= level);
    }

    @Nullable
    String party() {
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i).party() != null) {
                return stack.get(i).party();
            }
        }
        return null;
    }

    Role role() {
        for (var heading : stack) {
            if (heading.role() != Role.WORK) {
                return heading.role();
            }
        }
        return Role.WORK;
    }

    List<Heading> above() {
        return List.copyOf(stack);
    }

    static Role roleOf(String folded) {
        var text = folded.length() > 90 ? folded.substring(0, 90) : folded;
        boolean work = text.contains("nhiem vu")
                || text.contains("giai phap")
                || text.contains("noi dung")
                || text.contains("to chuc thuc hien");
        if ((text.contains("muc tieu") || text.contains("chi tieu")) && !work) {
            return Role.GOALS;
        }
        boolean purpose = text.contains("muc dich")
                || text.contains("quan diem")
                || text.contains("su can thiet")
                || text.contains("dac diem tinh hinh")
                || text.contains("ket qua dat duoc")
                || text.contains("ton tai, han che")
                || text.endsWith("yeu cau")
                || text.contains("can cu xay dung");
        return purpose && !work ? Role.PURPOSE : Role.WORK;
    }
}
