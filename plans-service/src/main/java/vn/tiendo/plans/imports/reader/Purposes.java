package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;

/// The stretches of a clause that say what something is for ("để theo dõi, tổng hợp báo cáo …"); what they name
/// is not asked for.
record Purposes(List<int[]> stretches) {

    static Purposes in(Tokens tokens, Sentence clause, List<FoundDeadline> found) {
        var stretches = new ArrayList<int[]>();
        boolean basis = tokens.is(clause.start(), "can", "cu")
                || tokens.is(clause.start(), "-") && tokens.is(clause.start() + 1, "can", "cu");
        for (int i = clause.start() + 1; i < clause.end(); i++) {
            basis |= tokens.is(i, "can", "cu");
            boolean purpose = tokens.isExactly(i, "để")
                    && !(tokens.body().accented()
                            ? basis
                            : tokens.isOneOf(i + 1, "nghi", "an", "xuat", "tai", "cuong", "ra", "cao"));
            boolean aim = tokens.isExactly(i, "nhằm")
                    || tokens.is(i, "gop", "phan")
                    || tokens.is(i, "lam", "co") && tokens.is(i + 2, "so")
                    || tokens.is(i, "lam", "can");
            if (!purpose && !aim) {
                continue;
            }
            int end = i + 1;
            int limit = clause.end();
            for (var deadline : found) {
                if (deadline.start() > i && deadline.isExact()) {
                    limit = Math.min(limit, deadline.start());
                    break;
                }
            }
            while (end < limit
                    && !tokens.isOneOf(end, ";", ")", ".")
                    && !(tokens.is(end, ",")
                            && tokens.isOneOf(end + 1, "hoan", "gui", "bao", "dong")
                            && !tokens.is(end + 1, "bao", "dam"))) {
                end++;
            }
            stretches.add(new int[] {i, end});
            i = end;
        }
        return new Purposes(List.copyOf(stretches));
    }

    boolean hold(int token) {
        for (var stretch : stretches) {
            if (token >= stretch[0] && token < stretch[1]) {
                return true;
            }
        }
        return false;
    }
}
