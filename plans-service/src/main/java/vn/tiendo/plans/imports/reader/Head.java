package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the head of a document says: its issuer's lines, number, day, type and title.
final class Head {

    /// A place-and-date line whose end stands on the next line.
    private static final Pattern DATE_BEGINS = Pattern.compile(".{0,40}ngay( \\d{1,2})?( thang)?( \\d{1,2})?( nam)?");

    private static final List<String> MOTTOS =
            List.of(" cong hoa xa hoi chu nghia", " dang cong san viet nam", " doc lap - tu do", " doc lap -tu do");
    private static final Pattern NUMBER_AND_PLACE =
            Pattern.compile("(S[ốo]\\s*:?\\s*\\d*[^ ]{0,4}[-/][^ ]{2,30}) (\\p{Lu}[\\p{L}.' ]{1,30}, ngày .{5,40})");
    private static final Pattern ISSUER_AND_PLACE =
            Pattern.compile("(\\p{Lu}[\\p{Lu} ,.-]{5,80}) (\\p{Lu}[\\p{L}.']*\\p{Ll}[\\p{L}.' ]{0,30}, ngày .{5,40})");

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

    /// Two columns that lost the gap between them are cut apart again: the issuer from the motto of the state or the
    /// party, the number or the issuer from place and date.
    private static List<String> pieces(List<Line> lines) {
        var pieces = new ArrayList<String>();
        for (var line : lines) {
            var text = line.text();
            int cut = cut(text, line.folded());
            if (cut > 0) {
                pieces.add(text.substring(0, cut).strip());
                pieces.add(text.substring(cut).strip());
            } else {
                pieces.add(text);
            }
        }
        return pieces;
    }

    private static int cut(String text, String folded) {
        if (text.length() > 200) {
            return -1;
        }
        for (var motto : MOTTOS) {
            int at = folded.indexOf(motto);
            if (at > 0) {
                return at;
            }
        }
        var numbered = NUMBER_AND_PLACE.matcher(text);
        if (numbered.matches()) {
            return numbered.start(2);
        }
        var issued = ISSUER_AND_PLACE.matcher(text);
        return issued.matches() && Letters.inCapitals(issued.group(1)) ? issued.start(2) : -1;
    }

    private void read(List<Line> given) {
        var lines = pieces(given);
        boolean stamp = false;
        boolean numbered = false;
        boolean subjectOpen = false;
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i);
            var folded = Letters.fold(text);
            if (isStamp(folded)) {
                stamp = true;
                continue;
            }
            var day = PlaceAndDate.of(text);
            if (day == null
                    && i + 1 < lines.size()
                    && DATE_BEGINS.matcher(folded).matches()) {
                day = PlaceAndDate.of(text + " " + lines.get(i + 1));
                if (day != null) {
                    text = text + " " + lines.get(++i);
                }
            }
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
            title = title.replaceFirst("^Về (?!việc)(?=\\p{Ll})", "");
        }
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

    BodyText body() {
        return body;
    }
}
