package vn.tiendo.plans.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

/// The calendar of the country and, on top of it, what organisations set for their own subtrees: the nearest one
/// decides.
///
/// A value: working days of organisations under the same layers are worked out once.
public final class CalendarLayers {

    /// Stands for the country; every path starts with it.
    static final String COUNTRY = "";

    private final Map<String, Map<LocalDate, Boolean>> layers;
    private final Map<List<String>, WorkingDays> known = new ConcurrentHashMap<>();

    /// @param layers by path of the organisation, empty for the country: `true` a working day, `false` a day off
    public CalendarLayers(Map<String, Map<LocalDate, Boolean>> layers) {
        this.layers = Map.copyOf(layers);
    }

    /// The working days of an organisation.
    public WorkingDays at(String path) {
        return known.computeIfAbsent(above(path), this::laid);
    }

    /// The working days under each layer.
    List<WorkingDays> all() {
        return layers.keySet().stream().map(this::at).toList();
    }

    private List<String> above(String path) {
        var above = new ArrayList<String>();
        if (layers.containsKey(COUNTRY)) {
            above.add(COUNTRY);
        }
        for (int end = path.indexOf('/'); end >= 0 && layers.size() > above.size(); end = path.indexOf('/', end + 1)) {
            var prefix = path.substring(0, end + 1);
            if (layers.containsKey(prefix)) {
                above.add(prefix);
            }
        }
        return List.copyOf(above);
    }

    private WorkingDays laid(List<String> above) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        above.forEach(path -> exceptions.putAll(layers.getOrDefault(path, Map.of())));
        return new WorkingDays(Map.copyOf(exceptions));
    }

    CalendarLayers with(String path, List<DayChange> changes) {
        return changed(path, changes, true);
    }

    /// As it was before the changes.
    CalendarLayers without(String path, List<DayChange> changes) {
        return changed(path, changes, false);
    }

    private CalendarLayers changed(String path, List<DayChange> changes, boolean forward) {
        var layer = new HashMap<>(layers.getOrDefault(path, Map.of()));
        for (var change : changes) {
            var day = forward ? change.after() : change.before();
            if (day == null) {
                layer.remove(change.date());
            } else {
                layer.put(change.date(), day.kind() == DayKind.WORKING_DAY);
            }
        }
        var others = new HashMap<>(layers);
        others.put(path, Map.copyOf(layer));
        return new CalendarLayers(others);
    }

    /// Whether no layer at all rests on this day, and the week's rule works.
    private boolean restsNowhere(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5
                && layers.values().stream().noneMatch(layer -> Boolean.FALSE.equals(layer.get(day)));
    }

    /// The working day nearest to a day in one direction on which really everybody works, whatever layers there are.
    LocalDate everybodyWorks(LocalDate from, int step) {
        var day = from;
        for (int looked = 0; looked < 366 && !restsNowhere(day); looked++) {
            day = day.plusDays(step);
        }
        return day;
    }

    /// The day so many days before another one, of those on which really everybody works.
    LocalDate everybodyWorked(LocalDate from, int before) {
        var day = everybodyWorks(from, -1);
        for (int counted = 0; counted < before; counted++) {
            day = everybodyWorks(day.minusDays(1), -1);
        }
        return day;
    }
}
