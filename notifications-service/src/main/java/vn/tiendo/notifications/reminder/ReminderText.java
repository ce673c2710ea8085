package vn.tiendo.notifications.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.template.Purpose;
import vn.tiendo.notifications.template.Words;

/// The shipped words of a reminder, and the values that words of an organisation's own may name. Plain text; names of
/// organisations, subjects of documents and days, nothing of persons.
final class ReminderText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ReminderText() {}

    /// How many of all subordinates are missing.
    record Count(int missing, int total) {}

    /// The values of one message in one language, whatever wording they are put into.
    static Map<String, Object> values(
            Purpose purpose, Matter matter, @Nullable Count count, LocalDate dueDay, LocalDate today, String language) {
        var words = words(language);
        var days = ChronoUnit.DAYS.between(today, dueDay);
        var what = what(purpose, matter, words);
        var values = new LinkedHashMap<String, Object>();
        values.put("organisation", orNothing(matter.organisationName()));
        values.put("what", what);
        values.put("subject", subject(matter, what));
        values.put("number", orNothing(matter.planNumber()));
        values.put("day", DAY.format(dueDay));
        values.put("days", Math.abs(days));
        values.put("before", days > 0);
        values.put("today", days == 0);
        values.put("after", days < 0);
        if (count != null) {
            values.put("missing", count.missing);
            values.put("total", count.total);
        }
        return values;
    }

    static Words shipped(Purpose purpose, Map<String, Object> values, String language) {
        var words = words(language);
        var to = purpose.name().toLowerCase(Locale.ROOT);
        var suffix = purpose == Purpose.RECALL ? "" : when(values);
        var title = purpose == Purpose.ROLL_UP || purpose == Purpose.RECALL ? "title." + to + suffix : "title" + suffix;
        var arguments = new HashMap<String, String>();
        values.forEach((name, value) -> arguments.put(name, value.toString()));
        arguments.put(
                "source",
                arguments.getOrDefault("number", "").isEmpty() ? "" : fill(words.getString("source"), arguments));
        return new Words(
                fill(words.getString(title), arguments),
                fill(words.getString("text." + to + suffix), arguments),
                fill(words.getString(purpose == Purpose.RECALL ? "thin.recall" : "thin" + suffix), arguments));
    }

    /// Why somebody cannot do what was asked, for whoever is above.
    static Words cannotDo(Matter matter, LocalDate dueDay, String reason, String language) {
        var words = words(language);
        var what = what(Purpose.DEBTOR, matter, words);
        var arguments = new HashMap<String, String>();
        arguments.put("organisation", orNothing(matter.organisationName()));
        arguments.put("what", what);
        arguments.put("subject", subject(matter, what));
        arguments.put("number", orNothing(matter.planNumber()));
        arguments.put("source", matter.planNumber() == null ? "" : fill(words.getString("source"), arguments));
        arguments.put("day", DAY.format(dueDay));
        arguments.put("reason", reason);
        return new Words(
                fill(words.getString("title.cannot_do"), arguments),
                fill(words.getString("text.cannot_do"), arguments),
                words.getString("thin.cannot_do"));
    }

    private static String when(Map<String, Object> values) {
        if (Boolean.TRUE.equals(values.get("today"))) {
            return ".today";
        }
        return Boolean.TRUE.equals(values.get("before")) ? ".before" : ".after";
    }

    /// What kind of thing it is; the subject alone often only says who owes it.
    private static String what(Purpose purpose, Matter matter, ResourceBundle words) {
        if (purpose == Purpose.MEMBER) {
            return matter.subject() == null ? words.getString("kind.INDIVIDUAL_REGISTRATION") : matter.subject();
        }
        var key = "kind." + matter.obligationKind();
        return words.containsKey(key) ? words.getString(key) : words.getString("kind.GENERIC_TASK");
    }

    private static String subject(Matter matter, String what) {
        var subject = matter.subject() == null ? what : matter.subject();
        return matter.occurrence() == null || matter.occurrence().isBlank()
                ? subject
                : subject + " (" + matter.occurrence() + ")";
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "reminders",
                language.equals("en") ? Locale.ENGLISH : Locale.of("vi"),
                ReminderText.class.getClassLoader(),
                EXACT);
    }

    private static String fill(String pattern, Map<String, String> arguments) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(arguments.getOrDefault(found.group(1), "")));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
