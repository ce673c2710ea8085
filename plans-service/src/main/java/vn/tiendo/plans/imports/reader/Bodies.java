package vn.tiendo.plans.imports.reader;

import java.util.Set;

/// Which words name a body: a committee, an office, a union, a unit, or a group of persons.
final class Bodies {

    static final Set<String> HEADS = Set.of(
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

    private final Tokens tokens;

    Bodies(Tokens tokens) {
        this.tokens = tokens;
    }

    /// A name or a noun of a body begins here.
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

    /// Words that begin like a body but name a thing or an action.
    boolean isThing(int i) {
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

    /// What takes what is handed in, where the words "về", "cho" say that something is: any name or noun of a body.
    boolean startsBody(int i) {
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

    /// Words that name a body only with a capital.
    boolean isBodyWord(int i) {
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
