package vn.tiendo.plans.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Completed;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.PercentComplete;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.DatedAssignments.DatedAssignment;
import vn.tiendo.plans.assignment.Standing;
import vn.tiendo.plans.feed.FeedPlans.FeedEntry;

/// Writes assignments as iCalendar (RFC 5545): a day in the calendar and a task in the list of tasks for each.
///
/// The same state always gives the same text, so that its digest tells whether anything has changed. Days are days, in
/// no zone: 9 April is 9 April wherever the reader is; only a named hour becomes an instant.
record FeedText(String name) {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages", Locale.of("vi"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Duration REFRESH = Duration.ofHours(1);
    private static final int OCTETS_OF_A_LINE = 75;
    private static final int UNFOLDED = 1_000_000;

    String of(List<FeedEntry> entries) {
        var components = new ArrayList<CalendarComponent>();
        entries.stream().map(FeedText::event).forEach(components::add);
        entries.stream().map(FeedText::task).forEach(components::add);
        var calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Tiến Độ//Hạn việc//VI"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        ImmutableMethod.PUBLISH,
                        new XProperty("X-WR-CALNAME", name),
                        new XProperty("X-WR-TIMEZONE", Days.ZONE.getId()),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                        new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))),
                new ComponentList<>(components));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return text.toString().lines().map(FeedText::folded).collect(Collectors.joining());
    }

    /// The library folds after 75 characters; the standard counts 75 octets, and no character may be cut.
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var text = Character.toString(character);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS_OF_A_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(text);
            octets += length;
        }
        return folded.append("\r\n").toString();
    }

    private static VEvent event(FeedEntry entry) {
        var assignment = entry.assignment();
        var properties = common(entry, "due-", "Hạn: ");
        properties.add(new DtStart<>(new ParameterList(List.of(Value.DATE)), assignment.lastDay()));
        properties.add(new DtEnd<>(
                new ParameterList(List.of(Value.DATE)), assignment.lastDay().plusDays(1)));
        properties.add(ImmutableTransp.TRANSPARENT);
        properties.add(isCancelled(assignment) ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return new VEvent(new PropertyList(properties));
    }

    private static VToDo task(FeedEntry entry) {
        var assignment = entry.assignment();
        var properties = common(entry, "todo-", "");
        properties.add(dueOf(assignment));
        properties.add(statusOf(assignment));
        properties.add(new PercentComplete(percentOf(assignment)));
        if (isDone(assignment) && assignment.fulfilledAt() != null) {
            properties.add(new Completed(Objects.requireNonNull(assignment.fulfilledAt())));
        }
        return new VToDo(new PropertyList(properties));
    }

    private static List<Property> common(FeedEntry entry, String prefix, String lead) {
        var assignment = entry.assignment();
        var kind = word("feed.kind." + assignment.kind());
        var properties = new ArrayList<Property>();
        properties.add(new Uid(prefix + assignment.id() + "@tiendo"));
        properties.add(new DtStamp(assignment.changedAt()));
        properties.add(new LastModified(assignment.changedAt()));
        properties.add(new Sequence((int) Math.min(Integer.MAX_VALUE, assignment.version())));
        properties.add(new Summary(lead + kind + " – " + entry.document() + " – " + entry.organisation()));
        properties.add(new Description(String.join(
                "\n",
                entry.title(),
                "Kỳ: " + assignment.occurrence(),
                "Đối tượng: " + assignment.subject(),
                "Ngày cuối còn đúng hạn: " + day(assignment.lastDay()),
                "Tình trạng: " + word("feed.standing." + assignment.standing()))));
        properties.add(new Categories(kind));
        return properties;
    }

    /// A whole day where nothing else is said; "trước 17 giờ" is an instant.
    private static Property dueOf(DatedAssignment assignment) {
        return assignment.until().equals(Days.endOf(assignment.lastDay()))
                ? new Due<>(new ParameterList(List.of(Value.DATE)), assignment.lastDay())
                : new Due<>(assignment.until());
    }

    private static Property statusOf(DatedAssignment assignment) {
        return switch (assignment.standing()) {
            case DONE, DONE_LATE -> ImmutableStatus.VTODO_COMPLETED;
            case WAIVED, TRANSFERRED -> ImmutableStatus.VTODO_CANCELLED;
            case SUBMITTED -> ImmutableStatus.VTODO_IN_PROCESS;
            case AWAITED, OVERDUE, UNDATED ->
                assignment.recordedCount() > 0 ? ImmutableStatus.VTODO_IN_PROCESS : ImmutableStatus.VTODO_NEEDS_ACTION;
        };
    }

    /// What is in but not yet accepted is nearly done, never done.
    private static int percentOf(DatedAssignment assignment) {
        return switch (assignment.standing()) {
            case DONE, DONE_LATE -> 100;
            case SUBMITTED -> 90;
            case AWAITED, OVERDUE, UNDATED, WAIVED, TRANSFERRED ->
                Math.min(99, 100 * assignment.recordedCount() / Math.max(1, assignment.requiredCount()));
        };
    }

    private static boolean isDone(DatedAssignment assignment) {
        return percentOf(assignment) == 100;
    }

    private static boolean isCancelled(DatedAssignment assignment) {
        return assignment.standing() == Standing.WAIVED || assignment.standing() == Standing.TRANSFERRED;
    }

    private static String word(String key) {
        return WORDS.getString(key);
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
