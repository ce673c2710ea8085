package vn.tiendo.notifications.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.tree.Lineage;

/// Finds out which ladders hold for whom, for many at once: one statement, and one more when working days count.
@ApplicationScoped
public class Timetables {

    private static final WorkingDays UNUSED = new WorkingDays(Map.of());

    @Inject
    ReminderPolicyRepository policies;

    @Inject
    WorkingCalendarRepository calendars;

    /// Who owes what.
    ///
    /// @param path of the organisation; null while it is not known, so that only the shipped ladder can hold
    public record Place(@Nullable String path, @Nullable String obligationKind) {}

    /// The timetable of every place, with the calendar that it is read by.
    public record Held(Map<Place, Timetable> timetables, WorkingDays calendar) {

        public Timetable at(Place place) {
            return Objects.requireNonNull(timetables.get(place));
        }
    }

    public Held at(Collection<Place> places) {
        var lineages = new HashSet<String>();
        places.stream()
                .map(Place::path)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(path -> lineages.addAll(Lineage.of(path)));
        var byPath = new HashMap<String, List<ReminderPolicy>>();
        policies.standingAt(lineages)
                .forEach(policy -> byPath.computeIfAbsent(policy.organisationPath(), path -> new ArrayList<>())
                        .add(policy));
        var timetables = new HashMap<Place, Timetable>();
        places.forEach(place -> timetables.computeIfAbsent(place, one -> timetable(one, byPath)));
        var working = timetables.values().stream().anyMatch(Timetable::countsWorkingDays);
        return new Held(timetables, working ? calendars.workingDays() : UNUSED);
    }

    /// Whom each rung of these policies tells; the shipped one stands under null.
    public Map<@Nullable UUID, Map<Integer, List<Audience>>> audiencesOf(Collection<UUID> ids) {
        var audiences = new HashMap<@Nullable UUID, Map<Integer, List<Audience>>>();
        audiences.put(null, byRung(ReminderPolicy.SHIPPED));
        policies.withIds(ids).forEach(policy -> audiences.put(policy.id(), byRung(policy.rungs())));
        return audiences;
    }

    private static Map<Integer, List<Audience>> byRung(List<PolicyRung> rungs) {
        var byRung = new HashMap<Integer, List<Audience>>();
        rungs.forEach(rung -> byRung.put(rung.days(), rung.tell()));
        return byRung;
    }

    private static Timetable timetable(Place place, Map<String, List<ReminderPolicy>> byPath) {
        var ladders = new ArrayList<DatedLadder>();
        ladders.add(DatedLadder.always(Ladder.SHIPPED));
        if (place.path != null) {
            for (var path : Lineage.of(place.path)) {
                byPath.getOrDefault(path, List.of()).stream()
                        .filter(policy -> policy.obligationKind() == null
                                || policy.obligationKind().equals(place.obligationKind))
                        .forEach(policy -> ladders.add(policy.ladder()));
            }
        }
        return new Timetable(ladders);
    }
}
