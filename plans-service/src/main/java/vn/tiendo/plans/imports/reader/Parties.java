package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds who owes, to whom and via whom, in the words of the text.
final class Parties {

    private static final Set<String> HEADS = Set.of(
            "cac",
            "moi",
            "tung",
            "cap",
            "ban",
            "so",
            "phong",
            "ubnd",
            "uy",
            "hoi",
            "dang",
            "chi",
            "doan",
            "mat",
            "truong",
            "trung",
            "dong",
            "can",
            "bi",
            "thu",
            "nguoi",
            "co",
            "don",
            "to",
            "van",
            "cong",
            "bo",
            "vien",
            "benh",
            "tinh",
            "thanh",
            "huyen",
            "thi",
            "xa",
            "lien",
            "bao",
            "dai",
            "chinh",
            "toan",
            "tat",
            "lanh",
            "hoc",
            "giao",
            "doi",
            "thuong",
            "ubmttq",
            "ttyt",
            "kho",
            "cuc",
            "chu",
            "pho",
            "nhan",
            "cbcc",
            "mttq",
            "ldld",
            "hdnd",
            "tap",
            "ca",
            "ong",
            "btv",
            "bch",
            "thon",
            "khu",
            "khoi",
            "nha",
            "hiep",
            "bhxh",
            "ngan",
            "tram",
            "vu",
            "tong",
            "ngoai",
            "nhung",
            "quan",
            "phuong",
            "sinh",
            "hop",
            "doanh",
            "ptth",
            "thcs",
            "cbccvc",
            "toa",
            "thanhtra",
            "ky",
            "chanh",
            "giam",
            "hieu",
            "lop",
            "du",
            "ủy",
            "cum",
            "khoa",
            "trai");

    private static final Map<String, List<Phrase>> VERBS = phrases(
            "tổ chức",
            "chỉ đạo",
            "xây dựng",
            "tiếp tục",
            "căn cứ",
            "đẩy mạnh",
            "tăng cường",
            "thực hiện",
            "phối hợp",
            "tham mưu",
            "chủ trì",
            "chủ động",
            "hướng dẫn",
            "lựa chọn",
            "xác định",
            "ban hành",
            "triển khai",
            "báo cáo",
            "gửi",
            "nộp",
            "trình",
            "tổng hợp",
            "theo dõi",
            "đôn đốc",
            "kiểm tra",
            "giám sát",
            "rà soát",
            "phải",
            "cần",
            "có trách",
            "có thể",
            "chịu",
            "được",
            "không",
            "nghiêm túc",
            "thường xuyên",
            "định kỳ",
            "hoàn thành",
            "đăng ký",
            "viết",
            "ký",
            "lập",
            "bám sát",
            "liên hệ",
            "chọn",
            "đưa",
            "quán triệt",
            "phát động",
            "tuyên truyền",
            "phổ biến",
            "nâng cao",
            "đổi mới",
            "bố trí",
            "phân công",
            "đề xuất",
            "cử",
            "mở",
            "tiến hành",
            "đánh giá",
            "biên soạn",
            "bảo đảm",
            "đảm bảo",
            "làm",
            "quan tâm",
            "giao",
            "trực tiếp",
            "khẩn trương",
            "kịp thời",
            "tham gia",
            "lồng ghép",
            "phát huy",
            "cung cấp",
            "thống kê",
            "cập nhật",
            "hoàn thiện",
            "tập trung",
            "chuẩn bị",
            "kiện toàn",
            "thành lập",
            "thẩm định",
            "phê duyệt",
            "nghiên cứu",
            "vận động",
            "hưởng ứng",
            "trong",
            "tự",
            "thông báo",
            "nhận",
            "lấy",
            "sẽ",
            "duy trì",
            "bình xét",
            "đề nghị",
            "giới thiệu",
            "chấp hành",
            "sử dụng",
            "thu",
            "tham dự",
            "khai mạc",
            "vào",
            "là",
            "để",
            "thảo luận",
            "hằng",
            "hàng",
            "trước",
            "chậm nhất",
            "sơ kết",
            "tổng kết",
            "kiểm điểm",
            "nhất là",
            "đồng thời",
            "cụ thể",
            "góp ý",
            "công bố",
            "công khai",
            "chọn",
            "khảo sát",
            "tạo",
            "kết nối",
            "quyết định",
            "xem xét",
            "bồi dưỡng",
            "do",
            "đã",
            "truy cập",
            "thông qua",
            "tích cực",
            "rút",
            "treo",
            "gặp",
            "thăm",
            "trồng",
            "phát hiện",
            "dự",
            "thi",
            "đạt",
            "tập huấn",
            "xử lý",
            "bổ sung",
            "tu",
            "soạn",
            "nêu",
            "phản ánh",
            "công bố",
            "kiện toàn",
            "gửi",
            "tiếp nhận",
            "trao",
            "niêm yết",
            "xong",
            "yêu cầu",
            "treo",
            "bảo quản");
    private static final Map<String, List<Phrase>> DETERMINED = phrases(
            "các tổ chức",
            "tổ chức chính trị",
            "tổ chức đảng",
            "tổ chức cơ sở",
            "tổ chức xã",
            "tổ chức công đoàn",
            "chỉ đạo thực",
            "thực hiện quy chế",
            "đảng được",
            "viên được miễn",
            "được miễn",
            "trong sạch",
            "đã nghỉ",
            "lãnh đạo",
            "xây dựng đảng",
            "tham mưu , giúp",
            "quyết định đầu");
    private static final Set<String> LEAD_INS = Set.of(
            "can", "sau", "trong", "tren", "theo", "de", "tu", "hang", "dinh", "truoc", "khi", "ngoai", "nham", "tai",
            "thong", "bang", "voi", "cung", "ket", "doi", "dong", "nhan", "cuoi", "tiep", "dua");
    private static final Set<String> ASKS = Set.of("giao", "yeu", "de", "phan", "kinh", "do");
    private static final Set<String> RECIPIENT_ENDS = Set.of(
            "trước", "để", "chậm", "theo", "trong", "qua", "tổng", "vào", "hoàn", "về", "muộn", "khi", "kèm", "bằng",
            "đồng", "đến", "xem", "biết", "sau", "làm", "cho", "hằng", "hàng", "định", "ngày", "thực", "nhằm", "phục",
            "kết", "phê", "ban", "quyết", "file", "email", "không", "nơi", "thời", "được", "gồm", "là", "cùng", "gửi",
            "chỉ");
    private static final Set<String> PLAIN_ENDS =
            RECIPIENT_ENDS.stream().map(Letters::fold).collect(java.util.stream.Collectors.toSet());
    private static final int LONGEST_PARTY = 48;

    private final Tokens tokens;
    private final boolean[] hidden;
    private final boolean[] nothing;

    Parties(Tokens tokens, boolean[] hidden) {
        this.tokens = tokens;
        this.hidden = hidden;
        nothing = new boolean[tokens.size() + 1];
    }

    private static Map<String, List<Phrase>> phrases(String... patterns) {
        var read = new HashMap<String, List<Phrase>>();
        for (var pattern : patterns) {
            var phrase = Phrase.of(pattern);
            for (var word : phrase.firstWords()) {
                read.computeIfAbsent(word, any -> new ArrayList<>()).add(phrase);
            }
        }
        return Map.copyOf(read);
    }

    /// Who owes, read from the start of a sentence or clause.
    @Nullable
    String subject(int start, int end) {
        int i = start;
        while (i < end && (tokens.isSign(i) || tokens.isNumber(i))) {
            i++;
        }
        if (tokens.isOneOf(i, "dong") && tokens.is(i + 1, "thoi")) {
            i += tokens.is(i + 2, ",") ? 3 : 2;
        }
        if (ASKS.contains(tokens.word(i))) {
            int asked = asked(i);
            if (asked > i) {
                return party(asked, end);
            }
        }
        if (LEAD_INS.contains(tokens.word(i)) && !tokens.is(i, "dong", "chi") && !tokens.is(i, "thong", "tin")) {
            return afterLeadIn(i, end);
        }
        return party(ordered(i, end), end);
    }

    /// "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính …": who is told to owes, not who tells.
    private int ordered(int start, int end) {
        for (int j = start + 1; j < Math.min(end, start + 12) && !tokens.isOneOf(j, ",", ";", ":", "."); j++) {
            boolean tells = tokens.is(j, "yeu", "cau") || tokens.is(j, "de", "nghi");
            if (tells && startsOrganisation(j + 2) || tokens.isExactly(j, "giao") && startsOrganisation(j + 1)) {
                return tells ? j + 2 : j + 1;
            }
            if (isVerb(j, end)) {
                return start;
            }
        }
        return start;
    }

    private int asked(int i) {
        int j = i + 1;
        if (tokens.is(i, "giao") && (!tokens.isExactly(i, "giao") || tokens.isOneOf(j, "vien", "duc"))) {
            return -1;
        }
        if (tokens.isOneOf(j, "cau", "nghi", "cong")) {
            j++;
        } else if (!tokens.is(i, "giao") && !tokens.is(i, "do")) {
            return -1;
        }
        while (tokens.isOneOf(j, "cho", ":", "doi", "voi")) {
            j++;
        }
        return HEADS.contains(tokens.word(j)) || tokens.isCapitalised(j) ? j : -1;
    }

    /// "Căn cứ …, các cấp ủy …": the party stands behind the first comma that one follows.
    private @Nullable String afterLeadIn(int i, int end) {
        int limit = Math.min(end, i + 90);
        if (tokens.is(i, "doi", "voi")) {
            var party = party(i + 2, end);
            int stop = i + 2;
            while (stop < limit && !tokens.isOneOf(stop, ":", ",", ";", ".")) {
                stop++;
            }
            if (party != null) {
                return party;
            }
        }
        for (int j = i; j < limit; j++) {
            if (tokens.isOneOf(j, ";", ":", ".")) {
                return null;
            }
            if (tokens.is(j, ",") && !hidden[j]) {
                boolean begins =
                        HEADS.contains(tokens.word(j + 1)) && tokens.isOneOf(j + 1, "cac", "moi", "tung", "tat", "toan")
                                || startsOrganisation(j + 1);
                if (begins) {
                    var party = party(j + 1, end);
                    if (party != null) {
                        return party;
                    }
                }
            }
        }
        return null;
    }

    boolean startsOrganisation(int i) {
        return switch (tokens.word(i)) {
            case "phong" -> tokens.isCapitalised(i) || tokens.isCapitalised(i + 1);
            case "ban", "so", "ubnd", "van", "truong", "trung", "bao", "dai", "bo" -> tokens.isCapitalised(i);
            case "cuc", "tong", "kho", "ngan", "benh", "khoa", "vien", "hiep", "tap", "tram", "doi", "vu" ->
                tokens.isCapitalised(i)
                        && tokens.isWord(i + 1)
                        && !tokens.isOneOf(i + 1, "ket", "hop", "the", "phi", "huan", "trung");
            case "ldld",
                    "hdnd",
                    "ubmttq",
                    "mttq",
                    "bch",
                    "btv",
                    "bcd",
                    "bgh",
                    "cdcs",
                    "sgddt",
                    "gddt",
                    "hlhpn",
                    "bhxh",
                    "ttyt",
                    "ubkt" -> true;
            case "hieu" -> tokens.is(i + 1, "truong");
            case "giam" -> tokens.is(i + 1, "doc");
            case "thuong" -> tokens.isOneOf(i + 1, "truc", "vu");
            case "chu" -> tokens.is(i + 1, "tich") && tokens.isCapitalised(i);
            case "uy" -> tokens.is(i + 1, "ban");
            case "cap" -> tokens.isOneOf(i + 1, "uy");
            case "chi" -> tokens.isOneOf(i + 1, "bo", "uy", "doan", "hoi", "cuc");
            case "dang" -> tokens.isOneOf(i + 1, "uy", "bo", "vien", "doan");
            case "tinh", "huyen", "thi", "thanh", "quan" -> tokens.isOneOf(i + 1, "uy", "doan");
            case "mat" -> tokens.is(i + 1, "tran");
            case "hoi" -> tokens.isCapitalised(i) || tokens.is(i + 1, "dong");
            case "doan" -> tokens.isOneOf(i + 1, "thanh", "truong", "phuong", "xa");
            case "co" -> tokens.is(i + 1, "quan");
            case "don" -> tokens.is(i + 1, "vi");
            case "thu" -> tokens.isOneOf(i + 1, "truong");
            case "can" -> tokens.is(i + 1, "bo");
            case "nguoi" -> tokens.is(i + 1, "dung");
            case "cong" -> tokens.isOneOf(i + 1, "doan", "an", "chuc");
            case "dong" -> tokens.is(i + 1, "chi");
            case "lien" -> tokens.is(i + 1, "doan");
            case "to" -> tokens.isOneOf(i + 1, "truong", "dan", "cong", "cong");
            case "lanh" -> tokens.is(i + 1, "dao");
            case "chinh" -> tokens.is(i + 1, "quyen");
            case "bi" -> tokens.is(i + 1, "thu");
            default -> false;
        };
    }

    private @Nullable String party(int start, int end) {
        if (!HEADS.contains(tokens.word(start)) && !tokens.isCapitalised(start)) {
            return null;
        }
        if (isThing(start)
                || isVerb(start, end)
                || LEAD_INS.contains(tokens.word(start)) && !HEADS.contains(tokens.word(start))) {
            return null;
        }
        int depth = 0;
        int i = start;
        while (i < end && i - start < LONGEST_PARTY) {
            if (tokens.isOneOf(i, "(")) {
                depth++;
            } else if (tokens.is(i, ")")) {
                depth--;
            } else if (depth == 0 && i > start && (isVerb(i, end) || tokens.isOneOf(i, ":", ";", "."))) {
                break;
            }
            i++;
        }
        if (i == end || i - start >= LONGEST_PARTY || !HEADS.contains(tokens.word(start))) {
            return null;
        }
        return tidy(start, i);
    }

    /// Words that begin like a body but name a thing or an action.
    private boolean isThing(int i) {
        return switch (tokens.word(i)) {
            case "cong" -> tokens.isOneOf(i + 1, "tac", "van", "khai", "trinh", "viec");
            case "ban" -> tokens.isExactly(i, "bản") || tokens.is(i + 1, "hanh");
            case "bao" -> tokens.isOneOf(i + 1, "cao", "dam");
            case "hoc" -> !tokens.isOneOf(i + 1, "sinh", "vien");
            case "hoi" -> tokens.isOneOf(i + 1, "nghi", "thi", "thao");
            case "can" -> !tokens.is(i + 1, "bo");
            case "tap" -> !tokens.is(i + 1, "the");
            case "noi", "ket", "viec", "ke", "nhiem", "hinh", "quan" -> !tokens.is(i, "quan", "uy");
            case "chi" -> !tokens.isOneOf(i + 1, "bo", "uy", "doan", "hoi", "cuc", "nhanh", "dang");
            case "co" -> !tokens.is(i + 1, "quan") && !tokens.is(i + 1, "so");
            case "don" -> !tokens.is(i + 1, "vi");
            case "van" -> !tokens.is(i + 1, "phong");
            case "chinh" -> !tokens.is(i + 1, "quyen");
            case "dai" -> tokens.is(i + 1, "hoi");
            case "khoa" -> tokens.isOneOf(i + 1, "hoc") || !tokens.isExactly(i, "khoa");
            case "thong", "thuc", "tuyen" -> true;
            default -> false;
        };
    }

    private @Nullable String tidy(int start, int end) {
        int last = end;
        while (last > start && tokens.isOneOf(last - 1, ",", "(", "-", "va")) {
            last--;
        }
        if (last <= start) {
            return null;
        }
        var text = tokens.body().text().substring(tokens.start(start), tokens.end(last - 1));
        text = text.replaceAll("\\s*\\([^()]{0,300}\\)", "").strip().replaceFirst(",?\\s+(?:việc|thì)$", "");
        return text.length() < 2 || text.length() > 400 ? null : text;
    }

    /// A verb begins here; nouns of the same words (Ban Tổ chức, các tổ chức, Sở Xây dựng) do not.
    boolean isVerb(int i, int end) {
        if (!tokens.isWord(i)) {
            return false;
        }
        boolean name = tokens.isCapitalised(i)
                && i > 0
                && !tokens.isOneOf(i - 1, ".", ":", ";", "\n", "-", "+", "“", "(", ")", "|", "•");
        if (name || tokens.isOneOf(i - 1, "cac", "ban", "nhung") && tokens.is(i, "to", "chuc")) {
            return false;
        }
        for (var noun : DETERMINED.getOrDefault(tokens.word(i), List.of())) {
            if (noun.match(tokens, nothing, i, end) > 0) {
                return false;
            }
        }
        for (var verb : VERBS.getOrDefault(tokens.word(i), List.of())) {
            if (verb.match(tokens, nothing, i, end) > 0) {
                return !isNounHere(i);
            }
        }
        return false;
    }

    private boolean isNounHere(int i) {
        boolean board = tokens.is(i - 1, "ban") && tokens.isOneOf(i, "kiem", "to", "chi", "tuyen");
        boolean aviation = tokens.is(i, "hang", "khong") || (tokens.is(i, "khong") && tokens.is(i - 1, "hang"));
        return board || aviation || tokens.is(i, "thi", "dua");
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
        if (startsOrganisation(i) || tokens.isOneOf(i, "cap", "noi") || (tokens.is(i, "chi") && startsBody(i))) {
            return i;
        }
        boolean handed = tokens.isOneOf(i, "ve", "cho", "den", "toi", "len") && startsBody(i + 1);
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
            boolean body = startsOrganisation(j + 1)
                    || tokens.isOneOf(j + 1, "cap", "noi", "chi", "thuong")
                    || (tokens.is(j, "ve") && startsBody(j + 1));
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
        var name = tidy(start, i);
        boolean whole = name != null && (name.length() >= 4 || tokens.isCapitalised(start));
        return whole ? name : null;
    }

    /// What takes what is handed in, where the words "về", "cho" say that something is: any name or noun of a body.
    private boolean startsBody(int i) {
        if (startsOrganisation(i)) {
            return true;
        }
        return switch (tokens.word(i)) {
            case "phong",
                    "khoa",
                    "to",
                    "vu",
                    "cuc",
                    "vien",
                    "doi",
                    "tram",
                    "kho",
                    "lop",
                    "bo",
                    "ban",
                    "hoi",
                    "uy",
                    "thuong",
                    "tong",
                    "trung",
                    "van",
                    "so",
                    "co",
                    "don",
                    "cong",
                    "nha",
                    "benh",
                    "truong" ->
                !tokens.isOneOf(i + 1, "viec", "ket", "cao", "tac", "chuc", "hanh", "luong", "lieu")
                        && !tokens.isExactly(i, "bản");
            case "chi" -> tokens.isOneOf(i + 1, "bo", "uy", "doan", "hoi", "cuc", "nhanh");
            case "doan", "khoi", "huyen", "tinh", "dang" -> tokens.isCapitalised(i);
            default -> isInitials(i);
        };
    }

    /// "LĐLĐ", "UBND", "BCĐ": a body by its initials.
    private boolean isInitials(int i) {
        return tokens.isWord(i)
                && tokens.length(i) >= 3
                && tokens.length(i) <= 7
                && Letters.inCapitals(tokens.written(i))
                && !tokens.isOneOf(i, "cchc", "cntt", "ktxh", "ttqt");
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
                    && (startsOrganisation(i + 1) && tokens.isCapitalised(i + 1)
                            || tokens.is(i + 1, "dong", "chi")
                            || startsOrganisation(i + 1) && tokens.isOneOf(i - 1, "("));
            if (through || (tokens.is(i, "thong", "qua") && tokens.isCapitalised(i + 2) && startsOrganisation(i + 2))) {
                int name = tokens.is(i, "thong") ? i + 2 : i + 1;
                var read = recipientName(name, end);
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    /// Whom it is done with: behind "phối hợp với".
    List<String> coordinators(int start, int end) {
        for (int i = start; i < end; i++) {
            if (tokens.is(i, "phoi", "hop")) {
                int name = tokens.isOneOf(i + 2, "voi", "cung") ? i + 3 : i + 2;
                if (!startsOrganisation(name) && !tokens.is(name, "hoc", "vien")) {
                    continue;
                }
                int j = name;
                while (j < end && j - name < 24 && !isVerb(j, end) && !tokens.isOneOf(j, ".", ";", ":", "(", ")")) {
                    j++;
                }
                var read = tidy(name, j);
                return read == null ? List.of() : List.of(read);
            }
        }
        return List.of();
    }

    /// Does a phrase name a body or a group of persons and nothing else, as a heading does?
    boolean isParty(int start, int end) {
        if (end <= start || end - start > 50 || !HEADS.contains(tokens.word(start))) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (isVerb(i, end)) {
                return false;
            }
        }
        return startsOrganisation(start)
                || tokens.isOneOf(start, "cac", "moi", "tung", "lien", "cum")
                || tokens.isCapitalised(start) && bodyWord(start);
    }

    private boolean bodyWord(int i) {
        return switch (tokens.word(i)) {
            case "cong",
                    "to",
                    "vien",
                    "benh",
                    "cuc",
                    "tong",
                    "nha",
                    "hiep",
                    "kho",
                    "ngan",
                    "chi",
                    "dang",
                    "doan",
                    "hoi",
                    "lien",
                    "toa",
                    "thanh",
                    "bhxh",
                    "lanh",
                    "ky",
                    "thuong",
                    "cap",
                    "tap",
                    "xa",
                    "huyen",
                    "tinh",
                    "thi",
                    "dong" ->
                !tokens.is(i, "cong", "tac") && !tokens.is(i, "hoi", "nghi") && !tokens.is(i, "to", "chuc");
            default -> false;
        };
    }
}
