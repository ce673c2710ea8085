package vn.tiendo.plans;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.RightsPolicy.Place.OWN;
import static vn.tiendo.plans.RightsPolicy.Place.SIBLING;
import static vn.tiendo.plans.RightsPolicy.Place.SUBORDINATE;
import static vn.tiendo.plans.RightsPolicy.Place.SUPERIOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// Who may do what, operation by operation, as the rules of the system have it and not as the code does.
///
/// A post gives its role over the subtree of its organisation: that is its reach. What lies outside is not there (404),
/// a forbidden act inside is refused (403). Every thing of the table belongs to the organisation called OWN.
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
        /// 200 with the thing in it exactly for who sees it; for others it is not in it, or nothing is there (404).
        LIST,
        /// Sent without If-Match: 428 for who may act, 403 for who only sees, else 404. So nothing is changed.
        CHANGE,
        /// Goes through for who may act, 403 for who only sees, else 404.
        CREATE,
        /// Answers each thing of a list with an outcome of its own.
        EACH,
        /// The address is the secret: 200 without a token.
        SECRET
    }

    /// @param operation as the interface describes it, without the common prefix
    /// @param thing what stands for the first parameter of the path, or what a list must show
    record Row(
            Shape shape,
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {}

    private static final Role[] ALL = Role.values();

    /// All but members, who see what is published and no work in progress. Administrators see plans and assignments
    /// because restructurings and calendars move them.
    private static final Role[] STAFF = {
        CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR
    };

    /// Records of what was held are no business of who administers the tree.
    private static final Role[] RECORDERS_AND_CONTROL = {
        CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR
    };

    /// Who holds which post says who belongs to whom: a cell's secretary and its members have no need of the list.
    private static final Role[] READERS_OF_POSTS = {
        COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR
    };

    /// Officers draft; a cell has nobody but its secretary, and a leader who drafts does not adopt it then.
    private static final Role[] DRAFTERS = {CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER};

    private static final Predicate<Caller> ANYBODY = caller -> true;
    private static final Predicate<Caller> NOBODY = caller -> false;

    /// Own or subordinate to where the post is: inside its reach.
    private static Predicate<Caller> over(Role... roles) {
        return at(Set.of(OWN, SUPERIOR), roles);
    }

    private static Predicate<Caller> at(Set<Place> places, Role... roles) {
        var wanted = roles.length == 0 ? Set.<Role>of() : EnumSet.copyOf(Arrays.asList(roles));
        return caller -> caller.place() != null && places.contains(caller.place()) && wanted.contains(caller.role());
    }

    private static final Predicate<Caller> IN_REACH = over(ALL);

    /// What an organisation keeps for all below it is read there too.
    private static final Predicate<Caller> IN_REACH_OR_BELOW = over(ALL).or(at(Set.of(SUBORDINATE), ALL));

    private static final Predicate<Caller> AT_WORK = over(STAFF);

    /// An issued plan is read by the organisations that it binds and by their members; this one binds the subordinate,
    /// and members see what their own organisation publishes.
    private static final Predicate<Caller> BOUND = IN_REACH_OR_BELOW;

    private static final List<Row> ROWS = new ArrayList<>();

    private RightsPolicy() {}

    static List<Row> rows() {
        return List.copyOf(ROWS);
    }

    static {
        organisations();
        posts();
        calendars();
        feeds();
        plans();
        axes();
        published();
        documents();
        planImports();
        assignments();
        activities();
        referenceData();
    }

    /// administrator: organisations, posts, calendars, reference data of own subtree. Everybody with a post sees the
    /// tree below it, and of the tree above it the line that leads there, by name.
    private static void organisations() {
        list("GET /organisations", "own", "code={ownCode}", IN_REACH);
        create("POST /organisations", "own", RightsWorld::anOrganisation, IN_REACH, over(ADMINISTRATOR));
        read("GET /organisations/{id}", "own", IN_REACH_OR_BELOW);
        read("GET /organisations/{id}/subtree", "own", IN_REACH);
        // a leader too: how the documents that it signs are read
        change(
                "PUT /organisations/{id}/settings",
                "own",
                world -> Map.of("beforeDateIncludesNamedDay", true),
                IN_REACH,
                over(ADMINISTRATOR, COMMITTEE_LEADER));
        change("PUT /organisations/{id}", "own", world -> Map.of("name", "Đảng bộ xã"), IN_REACH, over(ADMINISTRATOR));
        imports("/organisations/imports", RightsWorld::organisationRows);
        restructurings();
        links();
        // kinds are the same for the whole deployment, so that only who administers its root adds one
        read("GET /organisation-kinds", "own", ANYBODY);
        create("POST /organisation-kinds", "own", RightsWorld::aKind, ANYBODY, NOBODY);
    }

    private static void restructurings() {
        create("POST /restructurings", "own", "dryRun=true", RightsWorld::aRename, IN_REACH, over(ADMINISTRATOR));
        list("GET /restructurings", "restructuring", "organisation={own}", IN_REACH);
        read("GET /restructurings/{id}", "restructuring", IN_REACH);
        change("POST /restructurings/{id}/cancellation", "restructuring", null, IN_REACH, over(ADMINISTRATOR));
    }

    /// Whoever sees an organisation sees what it is linked to.
    private static void links() {
        var links = "/organisations/{organisation}/links";
        create("POST " + links, "own", RightsWorld::aLink, IN_REACH, over(ADMINISTRATOR));
        list("GET " + links, "link", "", IN_REACH_OR_BELOW);
        read("GET " + links + "/{id}", "link", IN_REACH_OR_BELOW);
        change(
                "POST " + links + "/{id}/ending",
                "link",
                world -> Map.of("lastDay", "2030-01-01"),
                IN_REACH,
                over(ADMINISTRATOR));
    }

    /// What an import did is for the one who made it; each row is judged by the rights of that one.
    private static void imports(String path, Function<RightsWorld, Object> file) {
        create("POST " + path, "own", "dryRun=true", file, ANYBODY, at(EnumSet.allOf(Place.class), ADMINISTRATOR));
        list("GET " + path, path.substring(1), "", NOBODY);
        read("GET " + path + "/{id}", path.substring(1), NOBODY);
        read("GET " + path + "/{id}/failed-rows", path.substring(1), NOBODY);
    }

    private static void posts() {
        var seen = over(READERS_OF_POSTS);
        create("POST /posts", "own", RightsWorld::aPost, IN_REACH, over(ADMINISTRATOR));
        list("GET /posts", "post", "organisation={own}", seen);
        read("GET /posts/acting", "own", "organisation={own}&role=MEMBER", seen);
        read("GET /posts/{id}", "post", seen);
        change("PUT /posts/{id}", "post", world -> Map.of("validFrom", "2001-01-01"), seen, over(ADMINISTRATOR));
        change("POST /posts/{id}/ending", "post", world -> Map.of("lastDay", "2020-01-01"), seen, over(ADMINISTRATOR));
        change(
                "POST /posts/{id}/absences",
                "post",
                world -> Map.of("from", "2030-01-01", "to", "2030-01-05"),
                seen,
                over(ADMINISTRATOR));
        change("DELETE /posts/{id}/absences/{absence}", "post", null, seen, over(ADMINISTRATOR));
        imports("/posts/imports", RightsWorld::postRows);
    }

    /// Closures of a unit hold for all below it, so they are read there.
    private static void calendars() {
        list("GET /calendars", "calendar", "", IN_REACH_OR_BELOW);
        read("GET /calendars/{code}", "own", IN_REACH_OR_BELOW);
        read("GET /calendars/{code}/changes", "own", IN_REACH_OR_BELOW);
        change("PUT /calendars/{code}", "own", RightsWorld::closures, IN_REACH, over(ADMINISTRATOR));
        create("POST /calendars/{code}/change-previews", "own", RightsWorld::closures, IN_REACH, over(ADMINISTRATOR));
        create("POST /deadline-previews", "own", RightsWorld::aDeadline, IN_REACH, IN_REACH);
    }

    /// A feed belongs to the person who made it, and is made of what the person may see; a membership shows nothing.
    private static void feeds() {
        create(
                "POST /calendar-feeds",
                "own",
                world -> Map.of("organisationId", world.id("own")),
                IN_REACH,
                over(STAFF));
        list("GET /calendar-feeds", "feed", "", NOBODY);
        read("GET /calendar-feeds/{id}", "feed", NOBODY);
        change("DELETE /calendar-feeds/{id}", "feed", null, NOBODY, NOBODY);
        ROWS.add(new Row(Shape.SECRET, "GET /calendar-feeds/{token}.ics", "feed", "", null, ANYBODY, ANYBODY));
    }

    /// committee-officer drafts, and sees the subtree; a draft is for its owner and those it is sent to.
    private static void plans() {
        create("POST /plans", "own", world -> aPlan(world.own.id()), IN_REACH, over(DRAFTERS));
        list("GET /plans", "draft", "organisation={own}", AT_WORK);
        create(
                "GET /plans/next-number",
                "own",
                "organisation={own}&type=PLAN&year=2024",
                null,
                IN_REACH,
                over(DRAFTERS));
        read("GET /plans/{id}", "draft", AT_WORK);
        read("GET /plans/{id}/obligations", "draft", AT_WORK);
        read("GET /plans/{id}/demands", "draft", AT_WORK);
        change("PUT /plans/{id}", "draft", world -> aPlan(world.own.id()), AT_WORK, over(DRAFTERS));
        change("DELETE /plans/{id}", "draft", null, AT_WORK, over(DRAFTERS));
        change("DELETE /plans/{id}/obligations/{obligation}", "draft", null, AT_WORK, over(DRAFTERS));
    }

    /// committee-leader adopts, issues, signs, approves, and so closes and recalls. What subordinates send is reviewed
    /// by officers and leaders of the very organisation that it was sent to, not of one above.
    private static void axes() {
        var leader = over(COMMITTEE_LEADER);
        var recipient = at(Set.of(SUPERIOR), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        change("POST /plans/{id}/adoption", "draft", world -> PlansWorld.aVote(), AT_WORK, leader);
        change("POST /plans/{id}/issuance", "submitted", null, AT_WORK, leader);
        change("POST /plans/{id}/submission", "submitted", world -> Map.of(), AT_WORK, over(DRAFTERS));
        change("POST /plans/{id}/acknowledgement", "submitted", null, AT_WORK, recipient);
        change("POST /plans/{id}/return", "submitted", world -> Map.of("reason", "Thiếu"), AT_WORK, recipient);
        // sent through the sibling, which sees it therefore and passes it on
        change(
                "POST /plans/{id}/forwarding",
                "through",
                null,
                AT_WORK.or(at(Set.of(SIBLING), STAFF)),
                at(Set.of(SIBLING), COMMITTEE_OFFICER, COMMITTEE_LEADER));
        change("POST /plans/{id}/closure", "published", null, BOUND, leader);
        change("POST /plans/{id}/recall", "published", world -> Map.of("reason", "Nhầm"), BOUND, leader);
    }

    private static void published() {
        create("POST /plans/{id}/amendments", "published", null, BOUND, over(DRAFTERS));
        read("GET /plans/{id}/amendments", "published", BOUND);
        read("GET /plans/{id}/diff", "published", "against={published}", BOUND);
        create("POST /plans/{id}/roll-forwards", "published", world -> Map.of("year", 2025), BOUND, over(DRAFTERS));
        // nobody but the bound organisation itself says that it has received something
        create(
                "POST /plans/{id}/receipts",
                "published",
                world -> Map.of("organisationId", world.id("subordinate")),
                BOUND,
                at(Set.of(SUBORDINATE), DRAFTERS));
        read("GET /plans/{id}/receipts", "published", BOUND);
        read("GET /plans/{id}/receipts/count", "published", BOUND);
        read("GET /plans/{id}/coverage", "published", BOUND);
        read("GET /plans/{id}/coverage/{obligation}/organisations", "published", BOUND);
    }

    private static void documents() {
        create(
                "POST /plans/{id}/documents",
                "draft",
                "fileName=a.txt",
                world -> "Phụ lục " + UUID.randomUUID(),
                AT_WORK,
                over(DRAFTERS));
        list("GET /plans/{id}/documents", "file", "", BOUND);
        read("GET /plans/{id}/documents/{document}", "published", BOUND);
        read("GET /plans/{id}/documents/{document}/content", "published", BOUND);
        change("DELETE /plans/{id}/documents/{document}", "draft", null, AT_WORK, over(DRAFTERS));
    }

    /// Who drafts plans imports them; what is not a plan yet is its sender's own thing.
    private static void planImports() {
        create(
                "POST /plan-imports",
                "own",
                "organisation={own}",
                world -> RightsWorld.aDocument(),
                IN_REACH,
                over(DRAFTERS));
        list("GET /plan-imports", "plan-imports", "", NOBODY);
        read("GET /plan-imports/{id}", "plan-imports", NOBODY);
        read("GET /plan-imports/{id}/text", "plan-imports", NOBODY);
        change("PUT /plan-imports/{id}/draft", "plan-imports", world -> aPlan(world.own.id()), NOBODY, NOBODY);
        change("POST /plan-imports/{id}/confirmation", "plan-imports", null, NOBODY, NOBODY);
        change("DELETE /plan-imports/{id}", "plan-imports", null, NOBODY, NOBODY);
    }

    /// The superior has issued what the own organisation owes, so that only the superior decides about it: an officer
    /// marks and transfers, a leader waives and extends, and passes on what it might as well waive.
    private static void assignments() {
        list("GET /assignments", "assignment", "plan={assignment.plan}", AT_WORK);
        read("GET /assignments/{id}", "assignment", AT_WORK);
        read("GET /assignments/{id}/history", "assignment", AT_WORK);
        read("GET /assignments/{id}/explanation", "assignment", AT_WORK);
        var officer = at(Set.of(SUPERIOR), COMMITTEE_OFFICER);
        var leader = at(Set.of(SUPERIOR), COMMITTEE_LEADER);
        Function<RightsWorld, Object> reason = world -> Map.of("reason", "Đã kiểm tra hồ sơ");
        change("POST /assignments/{id}/fulfilment", "assignment", reason, AT_WORK, officer);
        change("POST /assignments/{id}/reopening", "assignment", reason, AT_WORK, officer);
        change("POST /assignments/{id}/waiver", "assignment", reason, AT_WORK, leader);
        change(
                "POST /assignments/{id}/extension",
                "assignment",
                world -> Map.of("lastDay", "2024-05-01", "reason", "Bão"),
                AT_WORK,
                leader);
        change(
                "POST /assignments/{id}/transfer",
                "assignment",
                world -> Map.of("organisationId", world.id("sibling"), "reason", "Phân công lại"),
                AT_WORK,
                officer.or(leader));
        ROWS.add(new Row(
                Shape.EACH,
                "POST /assignments/waivers",
                "waivable",
                "",
                world -> Map.of("plan", world.id("waivable.plan"), "reason", "Bão"),
                AT_WORK,
                leader));
    }

    /// cell-secretary records activities, and so do officers and leaders of a committee; inspectors write inspections
    /// and nothing else.
    private static void activities() {
        var seen = over(RECORDERS_AND_CONTROL);
        create("POST /activities", "own", RightsWorld::aMeeting, IN_REACH, over(DRAFTERS));
        list("GET /activities", "activity", "organisation={own}", seen);
        read("GET /activities/{id}", "activity", seen);
        read("GET /activities/{id}/corrections", "activity", seen);
        change("PUT /activities/{id}", "activity", RightsWorld::aMeeting, seen, over(DRAFTERS));
        change("POST /activities/{id}/holding", "activity", RightsWorld::aMeetingHeld, seen, over(DRAFTERS));
        change(
                "POST /activities/{id}/correction",
                "activity",
                world -> Map.of("reason", "Ghi nhầm", "activity", RightsWorld.aMeetingHeld(world)),
                seen,
                over(DRAFTERS));
        // who inspects and who was inspected see what was found
        var found = seen.or(at(Set.of(SUBORDINATE), RECORDERS_AND_CONTROL));
        list("GET /activities/findings", "finding", "inspection={inspection}", found);
        change(
                "POST /activities/{id}/cancellation",
                "inspection",
                world -> Map.of("reason", "Ghi nhầm"),
                found,
                over(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR));
    }

    /// Themes are given out by officers and leaders; documents from outside are reference data of officers, leaders and
    /// administrators. Both are read by all below, who work with them.
    private static void referenceData() {
        create("POST /themes", "own", RightsWorld::aTheme, IN_REACH, over(COMMITTEE_OFFICER, COMMITTEE_LEADER));
        list("GET /themes", "theme", "organisation={own}", IN_REACH_OR_BELOW);
        read("GET /themes/{id}", "theme", IN_REACH_OR_BELOW);
        change(
                "PUT /themes/{id}",
                "theme",
                world -> Map.of("title", "Chủ đề năm", "year", 2024),
                IN_REACH_OR_BELOW,
                over(COMMITTEE_OFFICER, COMMITTEE_LEADER));
        var keepers = over(COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        create("POST /known-documents", "own", RightsWorld::aKnownDocument, IN_REACH, keepers);
        list("GET /known-documents", "known", "", IN_REACH_OR_BELOW);
        read("GET /known-documents/{id}", "known", IN_REACH_OR_BELOW);
        change("PUT /known-documents/{id}", "known", RightsWorld::aKnownDocument, IN_REACH_OR_BELOW, keepers);
    }

    private static void read(String operation, String thing, Predicate<Caller> sees) {
        read(operation, thing, "", sees);
    }

    private static void read(String operation, String thing, String query, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.READ, operation, thing, query, null, sees, NOBODY));
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
        create(operation, thing, "", body, sees, acts);
    }

    private static void create(
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CREATE, operation, thing, query, body, sees, acts));
    }
}
