package vn.tiendo.notifications.tree;

import jakarta.enterprise.context.ApplicationScoped;
import vn.tiendo.kit.reach.ReachEvents;
import vn.tiendo.kit.workingcalendar.WorkingCalendarEvents;

/// Keeps the projections that reach, recipients and dates rest on.
final class TreeEvents {

    private TreeEvents() {}

    @ApplicationScoped
    static class Organisations extends ReachEvents.Organisations {}

    @ApplicationScoped
    static class Posts extends ReachEvents.Posts {}

    @ApplicationScoped
    static class Calendar extends WorkingCalendarEvents {}
}
