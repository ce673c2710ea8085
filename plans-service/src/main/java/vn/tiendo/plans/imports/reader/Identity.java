package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.Hint;
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
        preambleEnd = new Preamble(body).end();
    }

    /// Index of the first block behind the preamble.
    int preambleEnd() {
        return preambleEnd;
    }

    private Citation summarised() {
        for (var citation : citations) {
            int block = body.blockAt(tokens.start(citation.start()));
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
                .anyMatch(citation -> body.blockAt(tokens.start(citation.start())) < preambleEnd + 1
                        && tokens.is(citation.start() - 1, "hanh")
                        && tokens.is(citation.start() - 2, "ban"));
        return issues && foot.signature.capacity() == null;
    }

    ReadFacts facts(PlanYears years) {
        boolean article = isArticle();
        var summarised = article ? summarised() : null;
        var signature = foot.signature;
        var number = summarised == null ? head.number : firstPart(summarised.number());
        var symbol = summarised == null ? head.symbol : lastPart(summarised.number());
        var issued = issued();
        var issuer = new Issuers(body, tokens, hidden, head, preambleEnd).read(article, issued);
        var cited = new CitedDocuments(body, tokens, dates, citations, preambleEnd);
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
                article ? List.of() : cited.legalBases(),
                cited.cited(summarised == null ? null : Objects.requireNonNullElse(summarised.number(), "")),
                foot.recipients);
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

    PlanYears years() {
        return new YearsOfPlan(body, tokens, dates, hidden, preambleEnd, issued()).read();
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
}
