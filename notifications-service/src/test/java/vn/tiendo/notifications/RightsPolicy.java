package vn.tiendo.notifications;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.notifications.RightsPolicy.Place.OWN;
import static vn.tiendo.notifications.RightsPolicy.Place.SUBORDINATE;
import static vn.tiendo.notifications.RightsPolicy.Place.SUPERIOR;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// Who may do what, operation by operation, as the rules of the system have it and not as the code does.
///
/// A post gives its role over the subtree of its organisation: that is its reach. What lies outside is not there (404),
/// a forbidden act inside is refused (403). Every thing of the table belongs to the organisation called OWN, or to one
/// person who is none of the callers.
final class RightsPolicy {

    /// Where a caller holds its post, seen from the organisation that the things belong to.
    enum Place {
        OWN,
        SUBORDINATE,
        SUPERIOR,
        SIBLING,
        FOREIGN
    }

    /// @param place absent, with the role, for a stranger: somebody with a token and no post
    record Caller(
            String subject, @Nullable Place place, @Nullable Role role) {
        @Override
        public String toString() {
            return place == null ? "a stranger" : role + " at " + place;
        }
    }

    enum Shape {
        /// 200 for who sees the thing, else 404.
        READ,
        /// 200 with the thing in it exactly for who sees it.
        LIST,
        /// Sent without If-Match: 428 for who may act, 403 for who only sees, else 404. So nothing is changed.
        CHANGE,
        /// Goes through for who may act, 403 for who only sees, else 404.
        CREATE,
        /// Opens for everybody and shows nothing of others.
        STREAM,
        /// Goes through for everybody and changes nothing of others.
        OWN_ONLY,
        /// The address is the secret: 200 without a token, and whoever asks.
        SECRET
    }

    /// @param operation as the interface describes it, without the common prefix
    /// @param thing what stands for the parameter of the path, or what a list must show
    record Row(
            Shape shape,
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {}

    private static final Predicate<Caller> ANYBODY = caller -> true;
    private static final Predicate<Caller> NOBODY = caller -> false;

    private static final List<Row> ROWS = new ArrayList<>();

    private RightsPolicy() {}

    static List<Row> rows() {
        return List.copyOf(ROWS);
    }

    static {
        inbox();
        policies();
        preferences();
        previews();
        templates();
        broadcasts();
        webhooks();
        providers();
        channels();
    }

    /// Own or subordinate to where the post is: inside its reach.
    private static Predicate<Caller> over(Role... roles) {
        return at(Set.of(OWN, SUPERIOR), roles);
    }

    private static Predicate<Caller> at(Set<Place> places, Role... roles) {
        var wanted = EnumSet.noneOf(Role.class);
        wanted.addAll(List.of(roles));
        return caller -> caller.place() != null && places.contains(caller.place()) && wanted.contains(caller.role());
    }

    /// An inbox is its owner's, whatever posts others hold.
    private static void inbox() {
        list("GET /notifications", "notification", "", NOBODY);
        read("GET /notifications/{id}", "notification", NOBODY);
        change(
                "POST /notifications/{id}/acknowledgement",
                "notification",
                world -> Map.of("kind", "RECEIVED"),
                NOBODY,
                NOBODY);
        change("POST /notifications/{id}/reading", "notification", null, NOBODY, NOBODY);
        change("POST /notifications/{id}/archiving", "notification", null, NOBODY, NOBODY);
        change("POST /notifications/{id}/taking-back", "notification", null, NOBODY, NOBODY);
        change(
                "POST /notifications/{id}/snooze",
                "notification",
                world -> Map.of("until", "2050-01-01T00:00:00Z"),
                NOBODY,
                NOBODY);
        create(
                "POST /notifications/sightings",
                "notification",
                world -> Map.of("upTo", world.id("notification")),
                NOBODY,
                NOBODY);
        ownOnly("POST /notifications/readings");
        ownOnly("POST /notifications/archivings");
        list(
                "GET /deliveries",
                "notification",
                "",
                over(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR));
        list(
                "GET /deliveries/bodies",
                "own",
                "",
                over(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR));
        ROWS.add(new Row(Shape.STREAM, "GET /notifications/stream", "notification", "", null, NOBODY, NOBODY));
    }

    /// How one is reminded is read by everybody there and below; leaders and administrators set it.
    private static void policies() {
        var sees = at(Set.of(OWN, SUPERIOR, SUBORDINATE), Role.values());
        var sets = over(COMMITTEE_LEADER, ADMINISTRATOR);
        create("POST /reminder-policies", "own", RightsWorld::aPolicy, over(Role.values()), sets);
        list("GET /reminder-policies", "policy", "", sees);
        read("GET /reminder-policies/{id}", "policy", sees);
        change("PUT /reminder-policies/{id}", "policy", world -> RightsWorld.rungs(), sees, sets);
        change("POST /reminder-policies/{id}/ending", "policy", world -> Map.of("lastDay", "2050-01-01"), sees, sets);
    }

    /// One's own preferences are nobody else's; what lies under them is read by everybody there and below.
    private static void preferences() {
        read("GET /preferences", "own", ANYBODY);
        change("PUT /preferences", "own", world -> Map.of(), ANYBODY, ANYBODY);
        ROWS.add(new Row(Shape.SECRET, "GET /preferences/unsubscriptions/{token}", "link", "", null, ANYBODY, ANYBODY));
        ROWS.add(
                new Row(Shape.SECRET, "POST /preferences/unsubscriptions/{token}", "link", "", null, ANYBODY, ANYBODY));
        var sees = at(Set.of(OWN, SUPERIOR, SUBORDINATE), Role.values());
        var sets = over(COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        create("POST /preference-defaults", "own", RightsWorld::aDefault, over(Role.values()), sets);
        list("GET /preference-defaults", "default", "", sees);
        read("GET /preference-defaults/{id}", "default", sees);
        change("PUT /preference-defaults/{id}", "default", world -> Map.of("defaults", Map.of()), sees, sets);
        change(
                "POST /preference-defaults/{id}/ending",
                "default",
                world -> Map.of("lastDay", "2050-01-01"),
                sees,
                sets);
    }

    /// Who is reminded of what: everybody who works with what the subtree owes, not its members.
    private static void previews() {
        list(
                "GET /reminder-previews",
                "reminder",
                "on=" + RightsWorld.DUE,
                over(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR));
    }

    /// committee-officer drafts; what speaks for a whole subtree is put into use by leaders and administrators.
    private static void templates() {
        var sees = over(COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR, AUDITOR);
        var writes = over(COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        var publishes = over(COMMITTEE_LEADER, ADMINISTRATOR);
        create("POST /message-templates", "own", RightsWorld::aTemplate, sees, writes);
        list("GET /message-templates", "template", "", sees);
        read("GET /message-templates/{id}", "template", sees);
        read("GET /message-templates/{id}/preview", "template", sees);
        change("PUT /message-templates/{id}", "template", world -> RightsWorld.words(), sees, writes);
        change("POST /message-templates/{id}/publication", "template", null, sees, publishes);
        change("POST /message-templates/{id}/rollback", "template", null, sees, publishes);
    }

    /// Officers and leaders write to their subtree; those who control it read what was written.
    private static void broadcasts() {
        var sees = over(COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
        var writes = over(COMMITTEE_OFFICER, COMMITTEE_LEADER);
        create("POST /broadcasts", "own", RightsWorld::aBroadcast, sees, writes);
        list("GET /broadcasts", "broadcast", "", sees);
        read("GET /broadcasts/{id}", "broadcast", sees);
        change("PUT /broadcasts/{id}", "broadcast", world -> RightsWorld.message(), sees, writes);
        change("POST /broadcasts/{id}/counting", "broadcast", null, sees, writes);
        change("POST /broadcasts/{id}/scheduling", "broadcast", world -> Map.of(), sees, writes);
        change("POST /broadcasts/{id}/cancellation", "broadcast", null, sees, writes);
        create("POST /broadcasts/{id}/trials", "broadcast", world -> Map.of("postIds", List.of()), sees, writes);
    }

    /// Administrators let other systems hear of their subtree; auditors see whom.
    private static void webhooks() {
        var sees = over(ADMINISTRATOR, AUDITOR);
        var acts = over(ADMINISTRATOR);
        create("POST /webhooks", "own", RightsWorld::aWebhook, sees, acts);
        list("GET /webhooks", "webhook", "", sees);
        read("GET /webhooks/{id}", "webhook", sees);
        read("GET /webhooks/{id}/deliveries", "webhook", sees);
        change("PUT /webhooks/{id}", "webhook", RightsWorld::aWebhook, sees, acts);
        change("DELETE /webhooks/{id}", "webhook", null, sees, acts);
        change("POST /webhooks/{id}/disablement", "webhook", world -> Map.of("reason", "x"), sees, acts);
        change("POST /webhooks/{id}/enablement", "webhook", null, sees, acts);
        change("POST /webhooks/{id}/secret-rotations", "webhook", world -> Map.of(), sees, acts);
        create("POST /webhooks/{id}/trials", "webhook", null, sees, acts);
        create(
                "POST /webhooks/{id}/replays",
                "webhook",
                world -> Map.of("from", "2000-01-01T00:00:00Z", "to", "2001-01-01T00:00:00Z", "onlyFailed", true),
                sees,
                acts);
    }

    /// What providers have agreed to is the business of administrators; auditors see it.
    private static void providers() {
        var sees = over(ADMINISTRATOR, AUDITOR);
        var acts = over(ADMINISTRATOR);
        create("POST /provider-contracts", "own", RightsWorld::aContract, sees, acts);
        list("GET /provider-contracts", "contract", "", sees);
        read("GET /provider-contracts/{id}", "contract", sees);
        change("PUT /provider-contracts/{id}", "contract", world -> RightsWorld.contractTerms(), sees, acts);
        create("POST /provider-templates", "contract", RightsWorld::aProviderTemplate, sees, acts);
        list("GET /provider-templates", "provider-template", "", sees);
        read("GET /provider-templates/{id}", "provider-template", sees);
        change("PUT /provider-templates/{id}", "provider-template", world -> RightsWorld.providerWords(), sees, acts);
        change(
                "POST /provider-templates/{id}/submission",
                "provider-template",
                world -> Map.of("externalId", "1"),
                sees,
                acts);
        change("POST /provider-templates/{id}/approval", "provider-template", null, sees, acts);
        change(
                "POST /provider-templates/{id}/rejection",
                "provider-template",
                world -> Map.of("reason", "x"),
                sees,
                acts);
        change(
                "POST /provider-templates/{id}/disablement",
                "provider-template",
                world -> Map.of("reason", "x"),
                sees,
                acts);
    }

    /// Everybody adds addresses of its own and sees none of others; what came back is reported by administrators.
    private static void channels() {
        list("GET /channels", "channel", "", caller -> true);
        list("GET /contact-points", "contact-point", "", NOBODY);
        read("GET /contact-points/{id}", "contact-point", NOBODY);
        create("POST /contact-points", "contact-point", RightsWorld::anAddress, caller -> true, caller -> true);
        create("POST /contact-points/{id}/codes", "contact-point", null, NOBODY, NOBODY);
        create(
                "POST /contact-points/{id}/confirmation",
                "contact-point",
                world -> Map.of("code", "12345678"),
                NOBODY,
                NOBODY);
        change("DELETE /contact-points/{id}", "contact-point", null, NOBODY, NOBODY);
        create(
                "POST /contact-points/bounces",
                "dispatch",
                world -> Map.of("messageId", "<" + world.id("dispatch") + "@tiendo.example>", "status", "4.2.2"),
                over(ADMINISTRATOR, AUDITOR),
                over(ADMINISTRATOR));
    }

    private static void ownOnly(String operation) {
        ROWS.add(new Row(
                Shape.OWN_ONLY,
                operation,
                "notification",
                "",
                world -> Map.of("ids", List.of(world.id("notification"))),
                NOBODY,
                NOBODY));
    }

    private static void read(String operation, String thing, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.READ, operation, thing, "", null, sees, NOBODY));
    }

    private static void list(String operation, String thing, String query, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.LIST, operation, thing, query, null, sees, NOBODY));
    }

    private static void change(
            String operation,
            String thing,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CHANGE, operation, thing, "", body, sees, acts));
    }

    private static void create(
            String operation,
            String thing,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CREATE, operation, thing, "", body, sees, acts));
    }
}
