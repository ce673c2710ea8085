package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.CitedDocument;
import vn.tiendo.plans.imports.reader.ReadFacts.Hint;
import vn.tiendo.plans.imports.reader.ReadFacts.Issuer;
import vn.tiendo.plans.imports.reader.ReadFacts.LegalBasis;
import vn.tiendo.plans.imports.reader.ReadFacts.Period;
import vn.tiendo.plans.imports.reader.ReadFacts.Summarised;

/// Puts together what head, preamble, text and foot say of the document itself.
final class Identity {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("ke hoach", "PLAN"),
            Map.entry("huong dan", "GUIDANCE"),
            Map.entry("quyet dinh", "DECISION"),
            Map.entry("chi thi", "DIRECTIVE"),
            Map.entry("cong dien", "TELEGRAM"),
            Map.entry("thong bao", "ANNOUNCEMENT"),
            Map.entry("chuong trinh", "PROGRAMME"),
            Map.entry("cong van", "OFFICIAL_LETTER"));
    private static final Map<String, String> SYMBOLS = Map.of(
            "KH",
            "PLAN",
            "CV",
            "OFFICIAL_LETTER",
            "HD",
            "GUIDANCE",
            "QĐ",
            "DECISION",
            "CT",
            "DIRECTIVE",
            "CĐ",
            "TELEGRAM",
            "TB",
            "ANNOUNCEMENT",
            "CTR",
            "PROGRAMME",
            "QD",
            "DECISION",
            "HDLN",
            "GUIDANCE");

    private static final int MOST_FOOT_LINES = 120;

    private final Parts parts;
    private final BodyText body;
    private final Tokens tokens;
    private final Dates dates;
    private final List<Citation> citations;
    private final boolean[] hidden;
    private final Head head;
    private final Foot foot;
    private final int preambleEnd;

    Identity(Parts parts, BodyText body, Tokens tokens, Dates dates, List<Citation> citations, boolean[] hidden) {
        this.parts = parts;
        this.body = body;
        this.tokens = tokens;
        this.dates = dates;
        this.citations = citations;
        this.hidden = hidden;
        head = new Head(parts.head(), body);
        foot = new Foot(parts.foot());
        preambleEnd = findPreambleEnd();
    }

    /// Index of the first block behind the preamble.
    int preambleEnd() {
        return preambleEnd;
    }

    private int findPreambleEnd() {
        var blocks = body.blocks();
        int i = 0;
        while (i < blocks.size() && blocks.get(i).zone() == Block.Zone.HEAD) {
            i++;
        }
        int first = i;
        for (; i < blocks.size() && i < first + 25; i++) {
            var block = blocks.get(i);
            var folded = body.folded().substring(block.start(), block.end());
            boolean opens = folded.startsWith("can cu ")
                    || folded.startsWith("- can cu")
                    || folded.startsWith("thuc hien ")
                    || folded.startsWith("theo ") && !tellsOfPlan(folded)
                    || folded.startsWith("xet ")
                    || folded.startsWith("de ");
            if (block.isRow()
                    || block.zone() != Block.Zone.BODY
                    || (block.marker().isHeading() && i > first)
                    || (!opens && !announces(folded) && !Letters.inCapitals(body.words(block)))) {
                return i;
            }
            if (block.marker().isHeading()) {
                return i;
            }
            if (folded.endsWith("nhu sau:")
                    || folded.endsWith("noi dung sau:")
                    || folded.endsWith("nhu sau.")
                    || folded.endsWith("sau day:")
                    || folded.endsWith("nhu sau")
                    || folded.endsWith("sau:")) {
                return i + 1;
            }
        }
        return i;
    }

    /// "Theo kế hoạch, từ ngày …": an article begins to tell what the plan demands.
    private static boolean tellsOfPlan(String folded) {
        return folded.startsWith("theo ke hoach,")
                || folded.startsWith("theo do")
                || folded.startsWith("theo ke hoach ,")
                || folded.startsWith("theo chi thi,")
                || folded.startsWith("theo quyet dinh,")
                || folded.startsWith("theo huong dan,");
    }

    /// The last paragraph of a preamble says that what follows is ordered; that of an article, what was issued.
    private static boolean announces(String folded) {
        return folded.contains("nhu sau")
                || folded.endsWith("sau:")
                || folded.startsWith("ngay ")
                || folded.startsWith("vua qua")
                || folded.contains(" ban hanh ke hoach ");
    }

    private Citation summarised() {
        for (var citation : citations) {
            int block = blockOf(citation.start());
            boolean near = block < preambleEnd + 1;
            boolean issues = tokens.is(citation.start() - 1, "hanh") && tokens.is(citation.start() - 2, "ban");
            if (near && issues) {
                return citation;
            }
        }
        throw new IllegalStateException("No document is summarised");
    }

    private boolean isArticle() {
        if (head.typeRaw != null || head.symbol != null || !parts.addressees().isEmpty()) {
            return false;
        }
        boolean issues = citations.stream()
                .anyMatch(citation -> blockOf(citation.start()) < preambleEnd + 1
                        && tokens.is(citation.start() - 1, "hanh")
                        && tokens.is(citation.start() - 2, "ban"));
        return issues && foot.signature.capacity() == null;
    }

    private int blockOf(int token) {
        int position = tokens.start(token);
        int low = 0;
        int high = body.blocks().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (body.blocks().get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    ReadFacts facts(PlanYears years) {
        boolean article = isArticle();
        var summarised = article ? summarised() : null;
        var signature = foot.signature;
        var number = summarised == null ? head.number : firstPart(summarised.number());
        var symbol = summarised == null ? head.symbol : lastPart(summarised.number());
        var issued = issued();
        var issuer = issuer(article, issued);
        var title = summarised == null ? head.title : articleTitle(summarised);
        return new ReadFacts(
                article ? "NEWS_SUMMARY" : type(),
                article ? "tin tóm tắt văn bản" : typeRaw(),
                number,
                symbol,
                issued,
                issuedRaw(article),
                issued == null ? digital() : null,
                head.received == null
                        ? null
                        : new Hint(head.received, "INCOMING_STAMP", Objects.requireNonNull(head.receivedRaw)),
                head.publishedDateTime() == null
                        ? null
                        : new ReadFacts.Published(
                                Objects.requireNonNull(head.publishedDateTime()),
                                Objects.requireNonNull(head.publishedRaw)),
                summarised == null
                        ? null
                        : new Summarised(
                                TYPES.getOrDefault(
                                        Letters.fold(Objects.requireNonNullElse(summarised.type(), "")), "OTHER"),
                                number,
                                symbol,
                                issued,
                                summarised.raw(),
                                issuer == null ? null : issuer.name()),
                issuer,
                head.place,
                title,
                years.first(),
                period(years, title),
                article || signature.name() == null && signature.position() == null
                        ? null
                        : new ReadFacts.Signer(signature.name(), signature.position(), signature.capacity()),
                article ? foot.author : null,
                addressees(),
                new Themes(tokens, dates).read(),
                article ? List.of() : legalBases(),
                cited(),
                foot.recipients);
    }

    private static @Nullable Period period(PlanYears years, @Nullable String title) {
        if (years.first() == null) {
            return null;
        }
        boolean open = years.fromIssue()
                && title != null
                && (Letters.fold(title).contains("toan khoa")
                        || Letters.fold(title).contains("nhiem ky"));
        return new Period(years.periodFrom(), open ? null : years.periodTo());
    }

    private static @Nullable String firstPart(@Nullable String number) {
        if (number == null) {
            return null;
        }
        int end = 0;
        while (end < number.length()
                && (Character.isDigit(number.charAt(end))
                        || (number.charAt(end) == '/'
                                && end + 1 < number.length()
                                && Character.isDigit(number.charAt(end + 1))))) {
            end++;
        }
        return number.substring(0, end);
    }

    private static @Nullable String lastPart(@Nullable String number) {
        var first = firstPart(number);
        return number == null || first == null
                ? null
                : number.substring(first.length()).replaceFirst("^[-/]", "");
    }

    private String type() {
        if (head.typeRaw != null) {
            var folded = Letters.fold(head.typeRaw).strip();
            for (var type : TYPES.entrySet()) {
                if (folded.startsWith(type.getKey())) {
                    return type.getValue();
                }
            }
            return "OTHER";
        }
        if (head.symbol != null) {
            var first = head.symbol.split("[-/]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            return SYMBOLS.getOrDefault(first, "OFFICIAL_LETTER");
        }
        return parts.addressees().isEmpty() ? "OTHER" : "OFFICIAL_LETTER";
    }

    private @Nullable String typeRaw() {
        if (head.typeRaw != null) {
            return head.typeRaw;
        }
        return type().equals("OFFICIAL_LETTER") ? "Công văn" : null;
    }

    @Nullable
    LocalDate issued() {
        if (head.date != null) {
            return head.date;
        }
        if (!isArticle()) {
            return null;
        }
        var summarised = summarised();
        if (summarised.date() != null) {
            return summarised.date();
        }
        for (int i = Math.max(0, summarised.start() - 40); i < summarised.start(); i++) {
            var when = tokens.is(i, "ngay") ? dates.at(i) : null;
            if (when != null && when.isDay() && !hidden[i]) {
                var days = when.days(PlanYears.UNKNOWN);
                if (days != null) {
                    return days.from();
                }
            }
        }
        return null;
    }

    private @Nullable String issuedRaw(boolean article) {
        if (!article) {
            return head.dateRaw;
        }
        var summarised = summarised();
        for (int i = Math.max(0, summarised.start() - 40); i < summarised.start(); i++) {
            var when = tokens.is(i, "ngay") ? dates.at(i) : null;
            if (when != null && when.isDay() && when.year() > 0) {
                return body.text().substring(tokens.start(i), tokens.end(when.end() - 1));
            }
        }
        return null;
    }

    /// The instant of a digital signature: "26-01-2024 14:11:57 +07:00".
    private @Nullable Hint digital() {
        for (int i = 0; i < Math.min(parts.foot().size(), MOST_FOOT_LINES); i++) {
            var text = parts.foot().get(i).text();
            var next = i + 1 < parts.foot().size() ? parts.foot().get(i + 1).text() : "";
            if (text.length() > 120 || !(text.contains("+07") || next.contains("+07"))) {
                continue;
            }
            var line = BodyJoiner.join(text, List.of(), LineCleaner.lines(text));
            var lineTokens = new Tokens(line);
            var lineDates = new Dates(lineTokens);
            for (int t = 0; t < lineTokens.size() && t < 40; t++) {
                var when = lineTokens.isNumber(t) ? lineDates.at(t) : null;
                var days = when != null && when.isDay() && when.year() > 0 ? when.days(PlanYears.UNKNOWN) : null;
                if (days != null && when != null) {
                    return new Hint(
                            days.from(),
                            "DIGITAL_SIGNATURE_TIMESTAMP",
                            line.text().substring(lineTokens.start(t), lineTokens.end(when.end() - 1)));
                }
            }
        }
        return null;
    }

    private @Nullable Issuer issuer(boolean article, @Nullable LocalDate issued) {
        var names = new ArrayList<String>();
        for (var line : head.issuers) {
            if (!names.isEmpty() && goesOn(names.getLast(), line)) {
                names.set(names.size() - 1, names.getLast() + " " + line);
            } else {
                names.add(line);
            }
        }
        if (names.isEmpty()) {
            return fromPreamble(article, issued);
        }
        var name = Names.proper(names.getLast(), body.text());
        var parent = names.size() > 1 ? Names.proper(names.get(names.size() - 2), body.text()) : null;
        boolean board = parent != null
                && Letters.fold(parent).matches("(tinh|thanh|huyen|thi|quan|dang) (uy|doan).*")
                && !Letters.fold(name).contains(" uy ");
        var full = board ? name + " " + parent : name;
        var locality = locality(full, parent);
        return new Issuer(
                full, parent, locality, level(full + " " + Objects.requireNonNullElse(parent, ""), locality, issued));
    }

    private static boolean goesOn(String before, String line) {
        var folded = Letters.fold(line);
        boolean place = folded.matches("(tinh|huyen|quan|phuong|xa|thi xa|thi tran|thanh pho|tp\\.?) .*")
                && !folded.matches("(tinh|thi|huyen|quan|thanh|xa) (uy|doan).*");
        var last = Letters.fold(before);
        boolean open = last.endsWith(" va")
                || last.endsWith(" cua")
                || last.endsWith(",")
                || last.endsWith(" -")
                || folded.startsWith("va ")
                || folded.startsWith("viet nam")
                || folded.startsWith("cong san ")
                || folded.startsWith("ho chi minh")
                || folded.equals("nhan dan");
        boolean people = last.matches("uy ban nhan dan|ubnd|hoi dong nhan dan|uy ban")
                && !folded.startsWith("so ")
                && !folded.startsWith("phong ");
        return place || open || people;
    }

    /// Without a head the preamble tells: "…, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch …".
    private @Nullable Issuer fromPreamble(boolean article, @Nullable LocalDate issued) {
        var blocks = body.blocks();
        int last = Math.min(blocks.size(), Math.max(preambleEnd, 1));
        for (int b = last - 1; b >= 0; b--) {
            var block = blocks.get(b);
            if (block.zone() != Block.Zone.BODY) {
                continue;
            }
            int start = tokens.at(block.start());
            int end = tokens.at(block.end());
            var parties = new Parties(tokens, hidden);
            for (int i = end - 2; i > start; i--) {
                boolean acts = tokens.is(i, "ban", "hanh") && !tokens.isCapitalised(i)
                        || tokens.is(i, "xay", "dung")
                        || tokens.is(i, "huong", "dan") && !tokens.isCapitalised(i)
                        || tokens.is(i, "de", "nghi")
                        || tokens.is(i, "yeu", "cau")
                        || tokens.is(i, "trien", "khai")
                        || tokens.is(i, "thong", "bao") && !tokens.isCapitalised(i);
                if (!acts || hidden[i]) {
                    continue;
                }
                int name = i;
                while (name > start
                        && i - name < 16
                        && !tokens.isOneOf(name - 1, ",", ";", ".", "”", "\n")
                        && !hidden[name - 1]) {
                    name--;
                }
                if (tokens.isCapitalised(name) && parties.startsOrganisation(name) && name < i) {
                    var text = body.text()
                            .substring(tokens.start(name), tokens.end(i - 1))
                            .strip()
                            .replaceFirst("\\s+(đã|vừa|đã vừa)$", "");
                    var locality = locality(text, null);
                    return new Issuer(text, null, locality, level(text, locality, issued));
                }
            }
        }
        return null;
    }

    private @Nullable String locality(String name, @Nullable String parent) {
        var own = Names.place(name);
        if (own == null && parent != null) {
            own = Names.place(parent);
        }
        if (own != null) {
            return own;
        }
        if (head.place != null) {
            return head.place.replaceFirst("^(TP\\.?|TX\\.?|Tp\\.?|Thành phố|Thị xã|Huyện|thành phố|thị xã)\\s*", "");
        }
        boolean province = Letters.fold(name).contains("tinh");
        var fromTitle = head.title == null ? null : Names.place(head.title);
        if (fromTitle != null) {
            return fromTitle;
        }
        return province ? Provinces.mostNamed(body.text()) : null;
    }

    private String level(String name, @Nullable String locality, @Nullable LocalDate issued) {
        var folded = (" " + Letters.fold(name) + " ").replace("moi truong", "moi");
        boolean ministry = folded.startsWith(" bo ")
                && !folded.startsWith(" bo chi huy")
                && !folded.startsWith(" bo tu lenh")
                && !folded.startsWith(" bo mon");
        if (ministry) {
            return "CENTRAL";
        }
        boolean unit = folded.contains("benh vien")
                || folded.startsWith(" truong ") && !folded.contains("chinh tri")
                || folded.contains("cong ty")
                || folded.contains(" chi bo ");
        if (unit) {
            return "UNIT";
        }
        if (folded.contains(" tinh ") || folded.contains("tinh uy") || folded.contains("tinh doan")) {
            return folded.contains(" huyen ") || folded.contains(" thi xa ") ? "DISTRICT" : "PROVINCE";
        }
        boolean commune = folded.contains(" xa ") && !folded.contains(" thi xa ") && !folded.contains("xa hoi")
                || folded.contains(" phuong ")
                || folded.contains(" thi tran ");
        boolean school = folded.contains("truong ") && !folded.contains("truong chinh tri")
                || folded.contains("benh vien")
                || folded.contains("chi bo")
                || folded.contains("cong ty")
                || folded.contains("trung tam");
        if (school) {
            return "UNIT";
        }
        if (commune) {
            return "COMMUNE";
        }
        if (folded.contains("huyen")
                || folded.contains("thi uy")
                || folded.contains(" thi xa ")
                || folded.contains(" quan ")
                || folded.contains("quan uy")
                || folded.contains(" phong ")) {
            return "DISTRICT";
        }
        if (folded.contains("thanh uy")
                || folded.contains("thanh pho")
                || folded.contains(" tp ")
                || folded.contains("thanh doan")) {
            return locality == null
                            || Provinces.isCentralCity(locality)
                            || folded.contains(" so ")
                            || issued != null && issued.getYear() > 2025
                    ? "PROVINCE"
                    : "DISTRICT";
        }
        if (folded.startsWith(" so ")) {
            return "PROVINCE";
        }
        boolean central = folded.contains("trung uong")
                || folded.startsWith(" bo ")
                || folded.contains("chinh phu")
                || folded.contains("thu tuong")
                || folded.contains("tong ")
                || folded.contains("quoc hoi")
                || folded.contains("ban bi thu")
                || folded.contains("viet nam");
        return central ? "CENTRAL" : "UNIT";
    }

    private @Nullable String articleTitle(Citation cited) {
        int i = cited.end();
        while (i < tokens.size()
                && !tokens.isEndOfBlock(i)
                && i < cited.end() + 20
                && !tokens.isExactly(i, "về")
                && !tokens.is(i, "v")) {
            i++;
        }
        if (!tokens.is(i, "ve")) {
            return head.title;
        }
        i += tokens.is(i + 1, "viec") ? 2 : 1;
        int end = i;
        int depth = 0;
        while (end < tokens.size() && !tokens.isEndOfBlock(end) && end - i < 120) {
            depth += tokens.is(end, "“") ? 1 : tokens.is(end, "”") ? -1 : 0;
            boolean stops = depth <= 0
                    && (tokens.isOneOf(end, ".", ";", ":")
                            || tokens.is(end, ",")
                                    && tokens.isOneOf(end + 1, "gom", "trong", "theo", "voi", "nham", "cu", "bao"));
            if (stops) {
                break;
            }
            end++;
        }
        return end > i ? body.text().substring(tokens.start(i), tokens.end(end - 1)) : head.title;
    }

    private List<String> addressees() {
        var found = new ArrayList<String>();
        for (var line : parts.addressees()) {
            var text = line.text();
            if (line.folded().startsWith("kinh gui")) {
                text = text.substring(8).replaceFirst("^[\\s:.\\-]{1,10}", "");
            } else {
                var marker = Marker.of(text);
                if (!marker.isGiven() && !found.isEmpty() && !found.getLast().matches(".{0,500}[;,.]")) {
                    found.set(found.size() - 1, found.getLast() + " " + text);
                    continue;
                }
                text = text.substring(marker.length());
            }
            for (var part : text.split(";\\s*")) {
                if (part.length() > 2) {
                    found.add(part.strip());
                }
            }
        }
        return found.stream()
                .map(name -> name.endsWith(",") || name.endsWith(".") || name.endsWith(";")
                        ? name.substring(0, name.length() - 1)
                        : name)
                .toList();
    }

    private List<LegalBasis> legalBases() {
        var bases = new LinkedHashMap<String, LegalBasis>();
        String issuer = null;
        int lastEnd = -1;
        int lastBlock = -1;
        var places = new java.util.TreeMap<Integer, LegalBasis>();
        for (var citation : citations) {
            int block = blockOf(citation.start());
            if (block >= preambleEnd || body.blocks().get(block).zone() != Block.Zone.BODY) {
                continue;
            }
            var opening = body.folded()
                    .substring(
                            body.blocks().get(block).start(),
                            Math.min(
                                    body.blocks().get(block).end(),
                                    body.blocks().get(block).start() + 16));
            if (opening.startsWith("theo de nghi") || opening.startsWith("xet ")) {
                continue;
            }
            boolean chained =
                    lastEnd > 0 && lastBlock == block && citation.start() - lastEnd < 30 && citation.issuer() == null;
            issuer = citation.issuer() != null ? citation.issuer() : chained ? issuer : null;
            lastEnd = citation.end();
            lastBlock = block;
            var basis = new LegalBasis(citation.raw(), citation.type(), citation.number(), citation.date(), issuer);
            if (bases.putIfAbsent(Objects.requireNonNullElse(citation.number(), citation.raw()), basis) == null) {
                places.put(tokens.start(citation.numberStart()), basis);
            }
        }
        unnumbered(places);
        return List.copyOf(places.values());
    }

    /// "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;": known by name and day.
    private void unnumbered(Map<Integer, LegalBasis> bases) {
        for (int b = 0; b < preambleEnd; b++) {
            var block = body.blocks().get(b);
            var text = body.words(block).replaceFirst("^[-+\\s]{0,5}", "");
            var folded = Letters.fold(text);
            boolean law = folded.startsWith("can cu luat")
                    || folded.startsWith("can cu bo luat")
                    || folded.startsWith("can cu phap lenh")
                    || folded.startsWith("can cu hien phap")
                    || folded.startsWith("can cu dieu le");
            if (!law || block.zone() != Block.Zone.BODY) {
                continue;
            }
            int start = tokens.at(block.start());
            int end = tokens.at(block.end());
            boolean numbered =
                    citations.stream().anyMatch(citation -> citation.start() >= start && citation.start() < end);
            if (numbered) {
                continue;
            }
            LocalDate day = null;
            for (int i = start; i < end && day == null; i++) {
                var when = tokens.is(i, "ngay") ? dates.at(i) : null;
                var days = when == null ? null : when.days(PlanYears.UNKNOWN);
                day = days == null || when == null || !when.isDay() ? null : days.from();
            }
            int stop = text.indexOf(';') > 0
                    ? text.indexOf(';')
                    : text.endsWith(".") || text.endsWith(",") ? text.length() - 1 : text.length();
            var raw = text.substring(7, stop);
            var type = Letters.fold(raw).startsWith("bo luat")
                    ? "Bộ luật"
                    : Letters.fold(raw).startsWith("luat") ? "Luật" : raw.split(" ", 3)[0] + " " + raw.split(" ", 3)[1];
            bases.putIfAbsent(block.start(), new LegalBasis(raw, type, null, day, null));
        }
    }

    private List<CitedDocument> cited() {
        var cited = new LinkedHashMap<String, CitedDocument>();
        for (var citation : citations) {
            if (citation.type() == null) {
                continue;
            }
            var key = Objects.requireNonNullElse(citation.number(), citation.raw());
            var known = cited.get(key);
            if (known == null) {
                cited.put(key, new CitedDocument(citation.type(), citation.number(), citation.date(), citation.raw()));
            } else if (known.date() == null && citation.date() != null) {
                cited.put(key, new CitedDocument(known.type(), known.number(), citation.date(), known.raw()));
            }
        }
        if (isArticle()) {
            var own = summarised().number();
            cited.remove(own == null ? "" : own);
        }
        return List.copyOf(cited.values());
    }

    /// Title, then preamble, then the text, then the day of issue say which year the plan is for.
    PlanYears years() {
        var issued = issued();
        var title = years(0, bodyStart(), true);
        if (title != null) {
            return new PlanYears(title.year(), last(title), title.form() == When.Form.SCHOOL_YEAR, issued, false);
        }
        int preambleStop = preambleEnd < body.blocks().size()
                ? tokens.at(body.blocks().get(preambleEnd).start())
                : tokens.size();
        var preamble = years(bodyStart(), preambleStop, issued != null);
        boolean plausible = preamble != null && (issued == null || Math.abs(preamble.year() - issued.getYear()) <= 1);
        if (plausible && preamble != null) {
            return new PlanYears(
                    preamble.year(), last(preamble), preamble.form() == When.Form.SCHOOL_YEAR, issued, false);
        }
        if (issued != null) {
            return new PlanYears(issued.getYear(), issued.getYear(), false, issued, true);
        }
        var inText = mostNamed();
        return inText == null ? PlanYears.UNKNOWN : new PlanYears(inText, inText, false, null, false);
    }

    private static int last(When when) {
        return when.form() == When.Form.SCHOOL_YEAR ? when.year() + 1 : Math.max(when.year(), when.lastYear());
    }

    private int bodyStart() {
        for (var block : body.blocks()) {
            if (block.zone() != Block.Zone.HEAD) {
                return tokens.at(block.start());
            }
        }
        return tokens.size();
    }

    /// The year a stretch of text names: "năm 2024" before "giai đoạn 2021 - 2025".
    private @Nullable When years(int start, int end, boolean spans) {
        When year = null;
        When span = null;
        for (int i = start; i < end; i++) {
            if (hidden[i] && !titleYear(i)) {
                continue;
            }
            var when = dates.isYearWord(i) || tokens.is(i, "giai") || tokens.is(i, "nhiem", "ky") ? dates.at(i) : null;
            if (when == null || when.form() == When.Form.DAY) {
                continue;
            }
            boolean dayBefore = tokens.isNumber(i - 1) && tokens.is(i - 2, "thang") || tokens.is(i - 1, "/");
            if (dayBefore) {
                continue;
            }
            if (when.form() == When.Form.SPAN) {
                span = span == null ? when : span;
            } else if (when.form() == When.Form.YEARS && tokens.isOneOf(i - 1, "den", "tam")) {
                continue;
            } else {
                year = year == null || when.form() == When.Form.SCHOOL_YEAR ? when : year;
            }
        }
        return year != null ? year : spans ? span : null;
    }

    /// A title in quotation marks may hold the year where nothing else does.
    private boolean titleYear(int i) {
        return tokens.is(i, "nam", "hoc");
    }

    private @Nullable Integer mostNamed() {
        var counts = new java.util.TreeMap<Integer, Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!hidden[i] && dates.isYearWord(i) && !tokens.is(i - 2, "thang")) {
                var when = dates.at(i);
                if (when != null && when.form() == When.Form.YEARS && when.year() >= 2015) {
                    counts.merge(when.year(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
