package vn.tiendo.reporting;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.reporting.RightsPolicy.Place.OWN;
import static vn.tiendo.reporting.RightsPolicy.Place.SIBLING;
import static vn.tiendo.reporting.RightsPolicy.Place.SUBORDINATE;
import static vn.tiendo.reporting.RightsPolicy.Place.SUPERIOR;

import java.util.ArrayList;
import java.util.Arrays;
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
/// A post gives its role over the subtree of its organisation: that is its reach. What lies outside is not
/// there (404), a forbidden act inside is refused (403). Every thing of the table belongs to the organisation
/// called OWN; its reports go to its superior, one of them through its sibling.
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
        /// 200 with the thing in it exactly for who sees it; for others it is not in it.
        LIST,
        /// The same for a file of rows.
        TABLE,
        /// Sent without If-Match: 428 for who may act, 403 for who only sees, else 404. So nothing is changed.
        CHANGE,
        /// Goes through for who may act, 403 for who only sees, else 404.
        CREATE,
        /// Answers each thing of a list with an outcome of its own; sent with an old version, so nothing is changed.
        EACH
    }

    /// @param operation as the interface describes it, without the common prefix
    /// @param thing what stands for the parameter `id` of the path, or what a list must show
    record Row(
            Shape shape,
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {}

    private static final Role[] ALL = Role.values();

    /// Members read what is published, and administrators keep the tree: neither has to do with reports.
    private static final Role[] READERS = {CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR};

    /// cell-secretary: report for own organisation; committee-officer: draft reports.
    private static final Role[] REPORTERS = {CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER};

    /// committee-officer: review what subordinates send; committee-leader: approve.
    private static final Role[] REVIEWERS = {COMMITTEE_OFFICER, COMMITTEE_LEADER};

    /// administrator: reference data of own subtree.
    private static final Role[] MAKERS = {COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR};

    private static final Predicate<Caller> ANYBODY = caller -> true;
    private static final Predicate<Caller> NOBODY = caller -> false;

    /// Own or subordinate to where the post is: inside its reach.
    private static Predicate<Caller> over(Role... roles) {
        return at(Set.of(OWN, SUPERIOR), roles);
    }

    private static Predicate<Caller> at(Set<Place> places, Role... roles) {
        var wanted = EnumSet.copyOf(Arrays.asList(roles));
        return caller -> caller.place() != null && places.contains(caller.place()) && wanted.contains(caller.role());
    }

    private static final Predicate<Caller> IN_REACH = over(ALL);
    private static final Predicate<Caller> IN_REACH_OR_BELOW = IN_REACH.or(at(Set.of(SUBORDINATE), ALL));

    /// The recipient is the superior, whose reach covers the report anyway.
    private static final Predicate<Caller> REPORT = over(READERS);

    /// The via body sees exactly what goes through it.
    private static final Predicate<Caller> THROUGH = REPORT.or(at(Set.of(SIBLING), READERS));

    private static final Predicate<Caller> WRITES = over(REPORTERS);

    private static final List<Row> ROWS = new ArrayList<>();

    private RightsPolicy() {}

    static List<Row> rows() {
        return List.copyOf(ROWS);
    }

    static {
        regimes();
        reports();
        drafts();
        wayUp();
        consolidations();
        papers();
        RightsOfProgress.addTo(ROWS);
    }

    /// What sorts of reports there are is known to everybody; templates hold for an organisation and all below it.
    private static void regimes() {
        read("GET /report-regimes", "regime", ANYBODY);
        read("GET /report-regimes/{id}", "regime", ANYBODY);
        list("GET /report-regimes/{regime}/templates", "template", IN_REACH_OR_BELOW);
        read("GET /report-regimes/{regime}/templates/{id}", "template", IN_REACH_OR_BELOW);
        create(
                "POST /report-regimes/{regime}/templates",
                "own",
                world -> Map.of("organisationId", world.id("own"), "definition", RightsWorld.aDefinition()),
                IN_REACH,
                over(MAKERS));
        change(
                "PUT /report-regimes/{regime}/templates/{id}",
                "drafted",
                world -> Map.of("definition", RightsWorld.aDefinition()),
                over(MAKERS),
                over(MAKERS));
        change(
                "POST /report-regimes/{regime}/templates/{id}/publication",
                "template",
                null,
                IN_REACH_OR_BELOW,
                over(MAKERS));
    }

    private static void reports() {
        list("GET /reports", "draft", REPORT);
        read("GET /reports/{id}", "draft", REPORT);
        create(
                "POST /reports",
                "own",
                world -> Map.of("organisationId", world.id("own"), "planId", world.id("plan")),
                IN_REACH,
                WRITES);
        ROWS.add(new Row(
                Shape.EACH,
                "POST /reports/acceptances",
                "submitted",
                "",
                world -> Map.of("items", List.of(Map.of("id", world.id("submitted"), "version", 0))),
                REPORT,
                at(Set.of(SUPERIOR), REVIEWERS)));
    }

    private static void drafts() {
        Function<RightsWorld, Object> section = world -> Map.of("sections", Map.of("results", "x"));
        change("PUT /reports/{id}/content", "draft", world -> Map.of("results", "x"), REPORT, WRITES);
        change("PATCH /reports/{id}/content", "draft", section, REPORT, WRITES);
        change("POST /reports/{id}/prefilling", "draft", null, REPORT, WRITES);
        change("PUT /reports/{id}/template", "draft", world -> Map.of(), REPORT, WRITES);
        read("GET /reports/{id}/figures/{code}/facts", "draft", REPORT);
        read("GET /reports/{id}/restatements", "draft", REPORT);
        change(
                "POST /reports/{id}/restatements",
                "submitted",
                world -> Map.of("reason", "Đếm sót", "figures", List.of(Map.of("code", "inspections", "value", 1))),
                REPORT,
                WRITES);
    }

    /// What subordinates send is reviewed at the very organisation that holds it, not at one above.
    private static void wayUp() {
        var recipient = at(Set.of(SUPERIOR), REVIEWERS);
        var via = at(Set.of(SIBLING), REVIEWERS);
        change("POST /reports/{id}/submission", "draft", null, REPORT, WRITES);
        change("POST /reports/{id}/receipt", "through", null, THROUGH, via);
        change("POST /reports/{id}/forwarding", "through", null, THROUGH, via);
        change("POST /reports/{id}/acceptance", "submitted", null, REPORT, recipient);
        change("POST /reports/{id}/return", "submitted", world -> Map.of("reason", "Thiếu"), REPORT, recipient);
    }

    private static void consolidations() {
        change("POST /reports/{id}/consolidation", "consolidated", null, REPORT, WRITES);
        read("GET /reports/{id}/consolidation", "consolidated", REPORT);
        read("GET /reports/{id}/consolidation/units", "consolidated", REPORT);
        read("GET /reports/{id}/consolidation/figures/{code}", "consolidated", REPORT);
        read("GET /reports/{id}/consolidation/narratives/{section}", "consolidated", REPORT);
    }

    /// A paper shows what its reader may read: a draft to its own side, what was handed in to the others.
    private static void papers() {
        read("GET /reports/{id}/document", "submitted", REPORT);
        read("GET /reports/{id}/paper", "draft", REPORT);
        change("PUT /reports/{id}/paper", "draft", world -> Map.of(), REPORT, WRITES);
        // issued: everybody in reach, and whom it binds with all their members
        read("GET /reports/plan-documents/{plan}", "plan", IN_REACH_OR_BELOW);
        read("GET /reports/plan-documents/{plan}/paper", "plan", IN_REACH_OR_BELOW);
        // committee-officer: draft plans; committee-leader: approve them
        change(
                "PUT /reports/plan-documents/{plan}/paper",
                "plan",
                world -> Map.of(),
                IN_REACH_OR_BELOW,
                over(REVIEWERS));
        ROWS.add(new Row(Shape.TABLE, "GET /reports/exports", "draft", "format=csv", null, REPORT, NOBODY));
    }

    private static void read(String operation, String thing, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.READ, operation, thing, "", null, sees, NOBODY));
    }

    private static void list(String operation, String thing, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.LIST, operation, thing, "", null, sees, NOBODY));
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

    /// The rows of progress and timeliness.
    private static final class RightsOfProgress {

        static void addTo(List<Row> rows) {
            var where = "plan={plan}&organisation={own}";
            for (var operation : List.of("GET /progress", "GET /progress/trend", "GET /progress/due-days")) {
                rows.add(new Row(Shape.READ, operation, "own", where, null, REPORT, NOBODY));
            }
            rows.add(new Row(Shape.READ, "GET /progress/exports", "own", where + "&format=csv", null, REPORT, NOBODY));
            // what the caller itself may choose from, nothing for a stranger
            rows.add(new Row(Shape.READ, "GET /progress/choices", "own", "", null, ANYBODY, NOBODY));
            rows.add(new Row(Shape.READ, "GET /timeliness", "own", where, null, REPORT, NOBODY));
            rows.add(new Row(Shape.READ, "GET /timeliness/late", "own", where, null, REPORT, NOBODY));
        }
    }
}
