package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the head of a document says: its issuer's lines, number, day, type and title.
final class Head {

    final List<String> issuers = new ArrayList<>();

    @Nullable
    String typeRaw;

    @Nullable
    String number;

    @Nullable
    String symbol;

    @Nullable
    LocalDate date;

    @Nullable
    String dateRaw;

    @Nullable
    String place;

    @Nullable
    LocalDate received;

    @Nullable
    String receivedRaw;

    @Nullable
    String publishedRaw;

    @Nullable
    String title;

    boolean webLine;
    private final List<String> subject = new ArrayList<>();
    private final List<String> titleLines = new ArrayList<>();
    private boolean titleOver;
    private final BodyText body;

    Head(List<Line> lines, BodyText body) {
        this.body = body;
        read(lines);
    }

    private void read(List<Line> lines) {
        boolean stamp = false;
        boolean numbered = false;
        boolean subjectOpen = false;
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).text();
            var folded = lines.get(i).folded();
            if (isStamp(folded)) {
                stamp = true;
                continue;
            }
            var day = placeAndDate(text);
            if (day != null) {
                if (stamp
                        || folded.startsWith("ngay ")
                                && !folded.contains(",")
                                && received == null
                                && titleLines.isEmpty()
                                && stamp) {
                    received = day.date();
                    receivedRaw = day.raw();
                    stamp = false;
                } else if (date == null) {
                    date = day.date();
                    dateRaw = text;
                    place = day.place();
                }
                subjectOpen = false;
                continue;
            }
            if (isMotto(folded)) {
                continue;
            }
            if (Parts.isTypeWord(lines.get(i))) {
                if (typeRaw == null) {
                    typeRaw = text;
                    titleLines.clear();
                }
                continue;
            }
            if (number == null && symbol == null && isNumberLine(text, folded)) {
                numberLine(text);
                numbered = true;
                subjectOpen = true;
                continue;
            }
            if (isWebLine(folded, text)) {
                webLine = true;
                publishedRaw = publishedRaw == null ? webTime(text) : publishedRaw;
                continue;
            }
            if (typeRaw != null) {
                boolean over = !titleLines.isEmpty()
                        && (Letters.inCapitals(text) && !Letters.inCapitals(titleLines.getFirst())
                                || text.endsWith(":")
                                || Marker.of(text).level() == 9);
                titleOver |= over;
                if (!isNote(folded) && !titleOver) {
                    titleLines.add(text);
                }
            } else if (!numbered && Letters.inCapitals(text)) {
                issuers.add(text);
            } else if (numbered && (subjectOpen || folded.startsWith("v/v") || folded.startsWith("ve viec"))) {
                if (!Letters.inCapitals(text) && !isNote(folded)) {
                    subject.add(text);
                    subjectOpen = true;
                }
            } else {
                titleLines.add(text);
            }
        }
        if (typeRaw == null
                && titleLines.isEmpty()
                && !numbered
                && !issuers.isEmpty()
                && issuers.getLast().length() > 40) {
            titleLines.add(issuers.removeLast());
        }
        title = joined(typeRaw == null && !subject.isEmpty() ? subject : titleLines);
        if (title != null) {
            title = title.replaceFirst("^(?:[Vv]/[Vv]|[Vv]ề việc|VỀ VIỆC|Ve viec)[:.]?\\s*", "");
        }
    }

    private static @Nullable String joined(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        var text = String.join(" ", lines).strip().replaceAll("\\s+", " ");
        return text.endsWith(".") || text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isStamp(String folded) {
        return folded.equals("cong van den")
                || folded.equals("den")
                || folded.startsWith("van ban den")
                || folded.startsWith("cong van den")
                || folded.equals("dến");
    }

    private static boolean isMotto(String folded) {
        return folded.contains("cong hoa xa hoi")
                || (folded.contains("doc lap") && folded.contains("tu do"))
                || folded.equals("dang cong san viet nam")
                || folded.startsWith("dang cong san viet nam")
                || folded.startsWith("hoa toc")
                || folded.equals("khan")
                || folded.equals("thuong khan")
                || folded.equals("hoa toc")
                || folded.startsWith("du thao");
    }

    private static boolean isNote(String folded) {
        return folded.startsWith("(kem theo")
                || folded.startsWith("(ban hanh kem")
                || folded.startsWith("[du thao")
                || folded.startsWith("(du thao");
    }

    private static boolean isWebLine(String folded, String text) {
        boolean dated = text.length() < 90 && webTime(text) != null;
        return folded.contains("luot xem")
                || folded.contains("cap nhat luc")
                || folded.startsWith("dang ngay")
                || dated && !folded.contains("ky");
    }

    /// "10/09/2021 08:11", day first.
    private static @Nullable String webTime(String text) {
        for (int i = 0; i + 14 <= text.length(); i++) {
            if (!Character.isDigit(text.charAt(i)) || (i > 0 && Character.isDigit(text.charAt(i - 1)))) {
                continue;
            }
            var words = text.substring(i).split("[\\s,|-]+", 4);
            if (words.length > 1
                    && words[0].matches("\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}")
                    && words[1].matches("\\d{1,2}[:h]\\d{2}.*")) {
                int end = text.indexOf(words[1], i) + words[1].length();
                return text.substring(i, end);
            }
        }
        return null;
    }

    @Nullable
    String publishedDateTime() {
        if (publishedRaw == null) {
            return null;
        }
        var parts = publishedRaw.split("[^0-9]+");
        return parts.length < 5
                ? null
                : "%s-%02d-%02dT%02d:%s"
                        .formatted(
                                parts[2],
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[0]),
                                Integer.parseInt(parts[3]),
                                parts[4]);
    }

    private static boolean isNumberLine(String text, String folded) {
        if (!folded.startsWith("so") || text.length() > 60 || text.length() < 5) {
            return false;
        }
        char next = folded.charAt(2);
        return (next == ':' || next == ' ' || next == '.' || Character.isDigit(next))
                && (text.indexOf('/') > 0 || text.indexOf('-') > 0)
                && (!Character.isLowerCase(text.charAt(Math.min(3, text.length() - 1)))
                        || text.charAt(3) == 'l' && Character.isDigit(text.charAt(4)));
    }

    private void numberLine(String written) {
        var text = written.replaceFirst("(?<=[\\s:.])[lI](?=\\d)", "1")
                .replaceFirst("(?<=[\\s:.]\\d{0,3})[oO](?=\\d)", "0");
        int i = 2;
        while (i < text.length()
                && !Character.isDigit(text.charAt(i))
                && text.charAt(i) != '/'
                && text.charAt(i) != '-') {
            i++;
        }
        int start = i;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        if (i + 5 < text.length()
                && text.charAt(i) == '/'
                && text.substring(i + 1, i + 5).chars().allMatch(Character::isDigit)) {
            i += 5;
        }
        number = i > start ? text.substring(start, i) : null;
        while (i < text.length() && " -/.…".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int end = i;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "-/.&".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        symbol = end > i ? text.substring(i, end) : null;
    }

    private record Day(LocalDate date, String raw, @Nullable String place) {}

    /// "Lào Cai, ngày 12 tháng 01 năm 2024", "Ngày 01 tháng 2 năm 2024".
    private @Nullable Day placeAndDate(String written) {
        var text = written.replaceFirst("^[*_\\s-]+", "").replaceAll("\\s+", " ");
        if (text.length() > 80) {
            return null;
        }
        int at = Letters.fold(text).indexOf("ngay");
        if (at < 0 || at > 45) {
            return null;
        }
        var line = BodyJoiner.join(text, List.of(), LineCleaner.lines(text));
        var tokens = new Tokens(line);
        var dates = new Dates(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, "ngay")) {
                var when = dates.at(i);
                var days = when == null || !when.isDay() || when.year() == 0 ? null : when.days(PlanYears.UNKNOWN);
                if (when == null || days == null || when.end() < tokens.size() - 1) {
                    return null;
                }
                int placeEnd = hourBefore(tokens, dates, i);
                var place = placeEnd > 0
                        ? line.text().substring(0, tokens.end(placeEnd - 1)).strip()
                        : "";
                boolean named = place.endsWith(",") && Character.isUpperCase(place.charAt(0));
                if (!place.isEmpty() && !named) {
                    return null;
                }
                return new Day(
                        days.from(),
                        line.text().substring(tokens.start(i), tokens.end(when.end() - 1)),
                        named ? place.substring(0, place.length() - 1).strip() : null);
            }
        }
        return null;
    }

    /// Where "hồi 14 giờ 30" begins before the day, else the day itself.
    private static int hourBefore(Tokens tokens, Dates dates, int day) {
        for (int i = Math.max(0, day - 8); i < day; i++) {
            var hour = dates.hour(i);
            if (hour == null || hour.end() < day - 1) {
                continue;
            }
            return tokens.isOneOf(i - 1, "hoi", "luc") ? i - 1 : i;
        }
        return day;
    }

    BodyText body() {
        return body;
    }
}
