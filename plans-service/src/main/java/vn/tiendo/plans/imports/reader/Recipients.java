package vn.tiendo.plans.imports.reader;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// To whom something goes and via whom, in the words of the text.
final class Recipients {

    private static final Set<String> RECIPIENT_ENDS = Set.of(
            "trước", "để", "chậm", "theo", "trong", "qua", "tổng", "vào", "hoàn", "về", "muộn", "khi", "kèm", "bằng",
            "đồng", "đến", "xem", "biết", "sau", "làm", "cho", "hằng", "hàng", "định", "ngày", "thực", "nhằm", "phục",
            "kết", "phê", "ban", "quyết", "file", "email", "không", "nơi", "thời", "được", "gồm", "là", "cùng", "gửi",
            "chỉ");
    private static final Set<String> PLAIN_ENDS =
            RECIPIENT_ENDS.stream().map(Letters::fold).collect(java.util.stream.Collectors.toSet());

    private final Tokens tokens;
    private final boolean[] hidden;
    private final Bodies bodies;

    Recipients(Tokens tokens, boolean[] hidden, Bodies bodies) {
        this.tokens = tokens;
        this.hidden = hidden;
        this.bodies = bodies;
    }

    /// To whom it goes: behind "gửi về", "báo cáo", "nộp cho", "trình".
    @Nullable
    String recipient(int start, int end) {
        for (int i = start; i < end; i++) {
            if (hidden[i]) {
                continue;
            }
            int after = -1;
            boolean registers = tokens.is(i, "dang", "ky") || tokens.is(i, "phan", "anh") || tokens.is(i, "lien", "he");
            if (registers) {
                after = behindThing(i + 2, end);
            } else if (tokens.isOneOf(i, "gui", "nop", "trinh")) {
                if (tokens.is(i - 1, "chuong")
                        || tokens.is(i + 1, "kem")
                        || tokens.is(i - 1, "lo")
                        || tokens.is(i - 1, "qua")) {
                    continue;
                }
                after = behindThing(i + 1, end);
            } else if (tokens.is(i, "bao", "cao")) {
                after = behindThing(i + 2, end);
            }
            if (after > 0) {
                var name = recipientName(after, end);
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    /// Skips the thing that is sent up to "về", "cho", "đến", "với", "tại".
    private int behindThing(int i, int end) {
        if (bodies.startsOrganisation(i)
                || tokens.isOneOf(i, "cap", "noi")
                || (tokens.is(i, "chi") && bodies.startsBody(i))) {
            return i;
        }
        boolean handed = tokens.isOneOf(i, "ve", "cho", "den", "toi", "len") && bodies.startsBody(i + 1);
        if (handed) {
            return i + 1;
        }
        for (int j = i; j < Math.min(end, i + 26); j++) {
            if (tokens.is(j, "(") && j + 8 < end) {
                int close = j + 1;
                while (close < j + 8 && !tokens.is(close, ")")) {
                    close++;
                }
                if (close < j + 8) {
                    j = close;
                    continue;
                }
            }
            if (tokens.isOneOf(j, ";", ".", "(", ":")) {
                return -1;
            }
            boolean to = tokens.isOneOf(j, "ve", "den", "toi", "cho", "voi", "tai", "qua", "len");
            boolean body = bodies.startsOrganisation(j + 1)
                    || tokens.isOneOf(j + 1, "cap", "noi", "chi", "thuong")
                    || (tokens.is(j, "ve") && bodies.startsBody(j + 1));
            if (to && body) {
                return tokens.is(j, "qua") ? -1 : j + 1;
            }
        }
        return -1;
    }

    private @Nullable String recipientName(int start, int end) {
        if (tokens.is(start, "cap", "nao") || tokens.isNumber(start)) {
            return null;
        }
        int i = start;
        while (i < end && i - start < 26) {
            boolean stop = tokens.isOneOf(i, ".", ";", ":", "(", ")", "\n", "|")
                    || (i > start && endsRecipient(i) && !tokens.isCapitalised(i) && !partOfName(i));
            boolean comma = tokens.is(i, ",") && !listGoesOn(i + 1) && !namesTwoTasks(i);
            boolean dash = tokens.is(i, "-") && tokens.isNumber(i + 1);
            if (stop || comma || dash) {
                break;
            }
            i++;
        }
        var name = Parties.tidy(tokens, start, i);
        boolean whole = name != null && (name.length() >= 4 || tokens.isCapitalised(start));
        return whole ? name : null;
    }

    private boolean endsRecipient(int i) {
        boolean ends = tokens.body().accented()
                ? RECIPIENT_ENDS.contains(tokens.written(i).toLowerCase(java.util.Locale.ROOT))
                        || tokens.is(i, "thong", "qua")
                : PLAIN_ENDS.contains(tokens.word(i));
        return ends && !isInsideName(i);
    }

    /// Words that end a name only with the word that follows: "đồng thời" does, "Hội đồng" does not.
    private boolean isInsideName(int i) {
        return switch (tokens.word(i)) {
            case "dong" -> !tokens.isOneOf(i + 1, "thoi", "gui", "kinh");
            case "chi" -> tokens.isOneOf(i - 1, "ban", "dong") && tokens.isOneOf(i + 1, "dao", "huy");
            case "hang" -> !tokens.isOneOf(i + 1, "thang", "quy", "nam", "tuan", "ngay");
            case "thuc" -> !tokens.isOneOf(i + 1, "hien");
            case "ket" -> !tokens.isOneOf(i + 1, "qua", "hop", "thuc");
            case "khong" -> tokens.is(i - 1, "hang");
            case "dinh" -> !tokens.is(i + 1, "ky");
            case "lam" -> tokens.is(i - 1, "viec");
            case "phuc" -> tokens.is(i + 1, "vu") && tokens.isOneOf(i - 1, "tam", "va");
            case "tong" ->
                tokens.is(i + 1, "hop")
                        && (tokens.isOneOf(i - 1, "phong", "ban", "bo", "to")
                                || tokens.isExactly(i - 3, "phòng") && tokens.isCapitalised(i - 2));
            case "thoi" -> !tokens.isOneOf(i + 1, "gian", "han", "diem");
            case "quyet" -> tokens.is(i - 1, "giai");
            default -> false;
        };
    }

    private boolean partOfName(int i) {
        return tokens.is(i, "theo", "phan")
                || tokens.is(i, "ban") && tokens.isOneOf(i - 1, "uy", "cac", "thuong")
                || tokens.is(i, "noi") && tokens.isOneOf(i + 1, "cong", "cu", "sinh", "vu", "chinh");
    }

    /// "Quản lý đê điều và Phòng, chống thiên tai": the comma stands inside the name.
    private boolean namesTwoTasks(int comma) {
        return tokens.is(comma - 1, "phong") && tokens.is(comma + 1, "chong")
                || tokens.is(comma - 1, "dang") && tokens.is(comma + 1, "dang", "vien");
    }

    private boolean listGoesOn(int i) {
        return tokens.isOneOf(i, "don", "co", "dia", "sinh", "dang")
                && !tokens.isCapitalised(i)
                && tokens.isOneOf(i + 1, "vi", "quan", "phuong", "hoat", "bo");
    }

    /// The body named behind "qua".
    @Nullable
    String via(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean through = tokens.isExactly(i, "qua")
                    && !tokens.isOneOf(i - 1, "thong", "vua", "trai", "vuot", "khong", "vuot", "bo")
                    && (bodies.startsOrganisation(i + 1) && tokens.isCapitalised(i + 1)
                            || tokens.is(i + 1, "dong", "chi")
                            || bodies.startsOrganisation(i + 1) && tokens.isOneOf(i - 1, "("));
            if (through
                    || (tokens.is(i, "thong", "qua")
                            && tokens.isCapitalised(i + 2)
                            && bodies.startsOrganisation(i + 2))) {
                int name = tokens.is(i, "thong") ? i + 2 : i + 1;
                var read = recipientName(name, end);
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }
}
