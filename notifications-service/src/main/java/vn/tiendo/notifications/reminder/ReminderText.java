package vn.tiendo.notifications.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.reminder.ReminderRepository.Due;

/// The words of a reminder, in the language of its recipient. Plain text; names of organisations, subjects of
/// documents and days, nothing of persons.
///
/// @param title one line
record ReminderText(String title, String text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})}");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int LONGEST_TITLE = 160;

    static ReminderText of(Due due, boolean escalated, String language, LocalDate today) {
        var words = words(language);
        var days = ChronoUnit.DAYS.between(today, due.about().dueDay());
        var what = what(due, words);
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("organisation", orNothing(due.organisationName()));
        arguments.put("what", what);
        arguments.put("subject", subject(due, what));
        arguments.put(
                "source",
                due.planNumber() == null ? "" : fill(words.getString("source"), Map.of("number", due.planNumber())));
        arguments.put("day", DAY.format(due.about().dueDay()));
        arguments.put("days", Long.toString(Math.abs(days)));
        var to = escalated ? "superior" : due.about().dutyKind().equals("REGISTRATION") ? "member" : "debtor";
        return new ReminderText(
                shorten(fill(words.getString("title." + when(days)), arguments)),
                fill(words.getString("text." + to + "." + when(days)), arguments));
    }

    private static String when(long daysLeft) {
        if (daysLeft == 0) {
            return "today";
        }
        return daysLeft > 0 ? "before" : "after";
    }

    /// What kind of thing it is; the subject alone often only says who owes it.
    private static String what(Due due, ResourceBundle words) {
        if (due.about().dutyKind().equals("REGISTRATION")) {
            return due.subject() == null ? words.getString("kind.INDIVIDUAL_REGISTRATION") : due.subject();
        }
        var key = "kind." + due.obligationKind();
        return words.containsKey(key) ? words.getString(key) : words.getString("kind.GENERIC_TASK");
    }

    private static String subject(Due due, String what) {
        var subject = due.subject() == null ? what : due.subject();
        return due.occurrence() == null || due.occurrence().isBlank()
                ? subject
                : subject + " (" + due.occurrence() + ")";
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

    private static String shorten(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
