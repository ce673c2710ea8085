package vn.tiendo.registrations.place;

import jakarta.enterprise.context.ApplicationScoped;
import vn.tiendo.kit.reach.ReachEvents;
import vn.tiendo.kit.workingcalendar.WorkingCalendarEvents;

/// The consumers of what every service keeps of the tree, the posts and the calendar.
final class Projections {

    private Projections() {}

    @ApplicationScoped
    static class Organisations extends ReachEvents.Organisations {}

    @ApplicationScoped
    static class Posts extends ReachEvents.Posts {}

    @ApplicationScoped
    static class Calendar extends WorkingCalendarEvents {}
}
