package vn.tiendo.plans.calendar;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.kit.security.Role.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.CalendarContent;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;
import vn.tiendo.plans.calendar.CalendarProblem.CalendarNotFound;

/// Keeps the calendar of the country and the closures of single organisations, and every change of them.
@ApplicationScoped
public class CalendarService {

    private static final String NOWHERE = "?/";

    @Inject
    CalendarRepository calendars;

    @Inject
    CalendarChangeRepository changes;

    @Inject
    WorkingCalendarRepository workingDays;

    @Inject
    ReachRepository organisations;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// The working days of the country.
    public WorkingDays workingDays() {
        return workingDays.workingDays();
    }

    /// The working days of everybody, closures of single organisations included.
    public CalendarLayers layers() {
        return calendars.layers();
    }

    /// The same for those who store days that follow from it: a change waits until they have, so that it misses none.
    @Transactional(Transactional.TxType.MANDATORY)
    public CalendarLayers layersHeld() {
        calendars.holdForReading();
        return calendars.layers();
    }

    private static Reach readable(Actor actor) {
        return actor.reach(
                MEMBER, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }

    /// @param code of the country, or the id of the organisation whose closures are asked for
    WorkingCalendar get(String code, Actor actor) {
        return calendars
                .findByCode(code)
                .filter(calendar -> isSeen(calendar, actor))
                .orElseThrow(CalendarNotFound::new);
    }

    /// Closures are seen from above and by those for whom they hold.
    private boolean isSeen(WorkingCalendar calendar, Actor actor) {
        return calendar.organisationId() == null
                || organisations
                        .find(calendar.organisationId())
                        .map(KnownOrganisation::path)
                        .filter(path -> readable(actor).covers(path)
                                || actor.posts().stream()
                                        .anyMatch(post -> post.path().startsWith(path)))
                        .isPresent();
    }

    List<WorkingCalendar> list(Actor actor, PageRequest page) {
        return calendars.list(
                readable(actor), actor.posts().stream().map(HeldPost::path).toList(), page);
    }

    List<CalendarChange> changesOf(String code, Actor actor, PageRequest page) {
        return changes.of(get(code, actor).id(), page);
    }

    /// Whose calendar it is, and the post that lets the actor change it.
    private record Place(
            String path,
            @Nullable UUID organisation,
            @Nullable HeldPost post) {}

    /// The administrator of the root keeps the calendar that everybody's deadlines follow, that of a unit its closures.
    private Place placeFor(String code, Actor actor) {
        if (code.equals(WorkingCalendar.NATIONAL)) {
            return new Place(CalendarLayers.COUNTRY, null, actor.requireAtTop(ADMINISTRATOR));
        }
        var organisation = organisationOf(code, actor);
        return new Place(organisation.path(), organisation.id(), actor.require(organisation.path(), ADMINISTRATOR));
    }

    private KnownOrganisation organisationOf(String code, Actor actor) {
        try {
            return organisations.get(UUID.fromString(code), readable(actor));
        } catch (IllegalArgumentException neitherCountryNorOrganisation) {
            throw new CalendarNotFound();
        }
    }

    /// @param year only the days of this year are replaced; null for all
    @Transactional
    WorkingCalendar put(
            String code, @Nullable Integer year, @Nullable String ifMatch, CalendarContent content, Actor actor) {
        var place = placeFor(code, actor);
        CalendarRules.requireSound(content.days(), year);
        calendars.holdForChange();
        var existing = calendars.findByCode(code);
        existing.ifPresent(calendar -> ETags.requireMatch(ifMatch, calendar.version()));
        var calendar = existing.orElseGet(() -> calendarFor(place.organisation()));
        var days = calendar.changesTo(content.days(), year);
        CalendarRules.requireEnd(calendars.layers().with(place.path(), days), days);
        if (days.isEmpty() && existing.isPresent()) {
            return calendar;
        }
        store(calendar, days, actor, place.post());
        return calendar;
    }

    private static WorkingCalendar calendarFor(@Nullable UUID organisation) {
        return organisation == null ? WorkingCalendar.ofTheCountry() : WorkingCalendar.of(organisation);
    }

    /// The deadlines that follow from the change are moved in the background.
    void store(WorkingCalendar calendar, List<DayChange> days, Actor actor, @Nullable HeldPost post) {
        calendar.apply(days);
        calendars.persist(calendar);
        calendars.flush();
        if (calendar.organisationId() == null) {
            outbox.add(WorkingCalendar.STREAM, calendar, "changed");
            project(calendar);
        }
        changes.persist(new CalendarChange(calendar, days, post == null ? null : post.id(), clock.instant()));
        audit.record(
                actor,
                post,
                "change-calendar",
                "calendar",
                calendar.id(),
                days.stream().map(DayChange::before).toList(),
                days.stream().map(DayChange::after).toList());
    }

    private void project(WorkingCalendar calendar) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        calendar.days().forEach(day -> exceptions.put(day.day(), day.kind() == DayKind.WORKING_DAY));
        workingDays.replace(exceptions);
    }

    /// What a change would be; nothing is stored.
    ///
    /// @param code of the country, or the id of the organisation whose closures would change
    @Transactional
    public CalendarShift propose(String code, @Nullable Integer year, List<Day> proposed, Actor actor) {
        var place = placeFor(code, actor);
        CalendarRules.requireSound(proposed, year);
        var days = calendars
                .findByCode(code)
                .orElseGet(() -> calendarFor(place.organisation()))
                .changesTo(proposed, year);
        var before = calendars.layers();
        var after = before.with(place.path(), days);
        CalendarRules.requireEnd(after, days);
        return new CalendarShift(place.path(), before, after, days);
    }

    public Optional<CalendarChange> nextToApply() {
        return changes.nextToApply();
    }

    /// The change as it was when it was made: what was changed after it is taken back.
    public CalendarShift shiftOf(CalendarChange change) {
        var after = calendars.layers();
        for (var later : changes.after(change.id()).reversed()) {
            after = after.without(pathOf(later), later.days());
        }
        var path = pathOf(change);
        return new CalendarShift(path, after.without(path, change.days()), after, change.days());
    }

    private String pathOf(CalendarChange change) {
        return change.organisationId() == null
                ? CalendarLayers.COUNTRY
                : organisations
                        .find(change.organisationId())
                        .map(KnownOrganisation::path)
                        .orElse(NOWHERE);
    }

    public List<CalendarChange> some(Collection<UUID> ids) {
        return changes.some(ids);
    }
}
