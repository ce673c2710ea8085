package vn.tiendo.plans.imports.reader;

import java.util.Set;

/// What stands before a colon at the start of a line, and what such a label says of the line.
final class Labels {

    /// Labels whose lines tell more of a task above and are no task themselves.
    static final Set<String> FIELDS = Set.of(
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

    /// Labels whose dates say which time is looked at, not by when something is due.
    private static final Set<String> PERIODS = Set.of(
            "moc thoi gian kiem tra",
            "moc thoi gian giam sat",
            "moc thoi gian",
            "moc kiem tra",
            "thoi ky kiem tra",
            "thoi diem kiem tra",
            "nien do kiem tra",
            "moc thoi diem kiem tra",
            "thoi diem chot so lieu",
            "thoi gian chot so lieu",
            "thoi diem lay so lieu",
            "thoi gian lay so lieu",
            "so lieu bao cao",
            "ky bao cao");

    private static final int LONGEST = 45;

    private final BodyText body;
    private final Tokens tokens;
    private final boolean[] hidden;

    Labels(BodyText body, Tokens tokens, boolean[] hidden) {
        this.body = body;
        this.tokens = tokens;
        this.hidden = hidden;
    }

    /// Whether the dates behind the label say which time is looked at.
    boolean namesPeriod(int start, int label) {
        return PERIODS.contains(of(start, label));
    }

    /// After "X:" at the start of a block, or -1.
    int end(int start, int end) {
        for (int i = start; i < Math.min(end, start + LONGEST); i++) {
            if (tokens.is(i, ":")) {
                return i > start && !tokens.isNumber(i - 1) ? i + 1 : -1;
            }
            if (tokens.isOneOf(i, ";", ".") || hidden[i]) {
                return -1;
            }
        }
        return -1;
    }

    String of(int start, int label) {
        return body.folded()
                .substring(tokens.start(start), tokens.start(label - 1))
                .strip();
    }

    /// "Nội dung: việc đăng ký, …" names a subject and asks for nothing.
    boolean tellsWhatItIsAbout(int start, int label) {
        return of(start, label).startsWith("noi dung") && tokens.isOneOf(label, "viec", "cong");
    }
}
