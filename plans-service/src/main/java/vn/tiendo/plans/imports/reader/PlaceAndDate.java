package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// "Lào Cai, ngày 12 tháng 01 năm 2024", "Ngày 01 tháng 2 năm 2024".
record PlaceAndDate(LocalDate date, String raw, @Nullable String place) {

    /// Nothing when the line says anything else.
    static @Nullable PlaceAndDate of(String written) {
        var text = written.replaceFirst("^[*_•\\s-]+", "").replaceAll("\\s+", " ");
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
                return new PlaceAndDate(
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
}
