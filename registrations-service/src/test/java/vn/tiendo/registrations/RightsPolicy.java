package vn.tiendo.registrations;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.registrations.RightsPolicy.Place.FOREIGN;
import static vn.tiendo.registrations.RightsPolicy.Place.OWN;
import static vn.tiendo.registrations.RightsPolicy.Place.SUPERIOR;

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
/// called OWN, and to a member of it who holds no post: what is a member's own nobody of the table may do.
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
        /// 200 with the thing in it exactly for who sees it; for others it is not in it, or nothing is there
        /// (404).
        LIST,
        /// Sent without If-Match: 428 for who may act, 403 for who only sees, else 404. So nothing is
        /// changed.
        CHANGE,
        /// Goes through for who may act, 403 for who only sees, else 404.
        CREATE,
        /// Answers each thing of a list with an outcome of its own; who may act on none is told so for each.
        EACH
    }

    /// @param operation as the interface describes it, without the common prefix
    /// @param thing what stands for the parameters of the path, or what a list must show
    record Row(
            Shape shape,
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {}

    static final Role[] ALL = Role.values();

    /// Members, registrations, ratings and nominations are personal data: those who work with them and those
    /// who check.
    static final Role[] READERS = {CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR};

    /// Of these, who write.
    static final Role[] CLERKS = {CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER};

    static final Predicate<Caller> ANYBODY = caller -> true;
    static final Predicate<Caller> NOBODY = caller -> false;

    static final Predicate<Caller> SEEN = over(READERS);
    static final Predicate<Caller> WRITTEN = over(CLERKS);
    static final Predicate<Caller> LED = over(COMMITTEE_LEADER);

    private static final List<Row> ROWS = new ArrayList<>();

    private RightsPolicy() {}

    /// Own or subordinate to where the post is: inside its reach.
    static Predicate<Caller> over(Role... roles) {
        return at(Set.of(OWN, SUPERIOR), roles);
    }

    static Predicate<Caller> at(Set<Place> places, Role... roles) {
        var wanted = EnumSet.copyOf(Arrays.asList(roles));
        return caller -> caller.place() != null && places.contains(caller.place()) && wanted.contains(caller.role());
    }

    static List<Row> rows() {
        return List.copyOf(ROWS);
    }

    static {
        members();
        personalData();
        campaigns();
        registrations();
        reviews();
        ratingGroups();
        ratings();
        nominations();
        goodDeeds();
    }

    /// Administrators keep the members of their subtree, officers and secretaries those they work with;
    /// leaders and who checks only read.
    private static void members() {
        var seen = over(ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
        var kept = over(ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER);
        create("POST /members", "own", RightsWorld::aMember, seen, kept);
        list("GET /members", "member", "organisation={own}", seen);
        read("GET /members/{id}", "member", seen);
        change("PUT /members/{id}", "member", RightsWorld::aMember, seen, kept);
        read("GET /members/me", "own", NOBODY);
        read("GET /members/{id}/history", "member", seen);
        change("PUT /members/{id}/contact", "member", world -> Map.of("language", "vi"), seen, kept);
        change("POST /members/{id}/transfers", "member", RightsWorld::aTransfer, seen, kept);
        change(
                "POST /members/{id}/standings",
                "member",
                world -> Map.of("status", "RETIRED", "from", "2026-01-01"),
                seen,
                kept);
        change("POST /members/{id}/merges", "member", world -> Map.of("memberId", world.id("missing")), seen, kept);
        list("GET /members/duplicates", "duplicate", "organisation={own}", kept);
        change("POST /members/duplicates/{id}/dismissal", "duplicate", null, kept, kept);
        memberImports();
    }

    /// Whoever writes members anywhere sends a file, and each row is judged by itself; an import is its sender's own.
    private static void memberImports() {
        var senders = at(EnumSet.allOf(Place.class), ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER);
        create("POST /members/imports", "own", RightsWorld::aFileOfMembers, ANYBODY, senders);
        list("GET /members/imports", "import", "", NOBODY);
        read("GET /members/imports/{id}", "import", NOBODY);
        read("GET /members/imports/{id}/failed-rows", "import", NOBODY);
    }

    /// What a person asks about its data: entered on paper by who writes members, decided by a leader where
    /// something is destroyed, taken back by the person alone. Who saw a person is an auditor's to know.
    private static void personalData() {
        var seen = over(ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
        var kept = over(ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER);
        var asked = over(ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, AUDITOR);
        read("GET /members/me/personal-data", "own", NOBODY);
        create("GET /members/{id}/accesses", "member", null, seen, over(AUDITOR));
        create(
                "POST /data-subject-requests",
                "own",
                world -> Map.of("kind", "ACCESS", "memberId", world.id("member")),
                seen,
                kept);
        list("GET /data-subject-requests", "request", "organisation={own}", asked);
        read("GET /data-subject-requests/{id}", "request", asked);
        change(
                "POST /data-subject-requests/{id}/acceptance",
                "request",
                world -> Map.of("withProcessor", false),
                asked,
                LED);
        change("POST /data-subject-requests/{id}/refusal", "request", world -> Map.of("reason", "Luật"), asked, LED);
        change("POST /data-subject-requests/{id}/extension", "request", world -> Map.of("reason", "Lâu"), asked, LED);
        change("POST /data-subject-requests/{id}/execution", "request", world -> Map.of(), asked, LED);
        change("POST /data-subject-requests/{id}/lifting", "request", world -> Map.of("reason", "Xong"), asked, LED);
        change("POST /data-subject-requests/{id}/withdrawal", "request", null, asked, NOBODY);
        create("GET /data-subject-requests/{id}/personal-data", "request", null, asked, LED);
        consents(seen, kept);
    }

    /// A person's own; on paper by who keeps members. The words are everybody's to read, and the same everywhere.
    private static void consents(Predicate<Caller> seen, Predicate<Caller> kept) {
        read("GET /members/consent-texts", "own", ANYBODY);
        create(
                "POST /members/consent-texts",
                "own",
                RightsWorld::aConsentText,
                ANYBODY,
                at(Set.of(SUPERIOR, FOREIGN), ADMINISTRATOR));
        read("GET /members/me/consents", "own", NOBODY);
        read("GET /members/me/consents/history", "own", NOBODY);
        create("POST /members/me/consents", "own", RightsWorld::aConsent, NOBODY, NOBODY);
        create("POST /members/me/consents/{purpose}/withdrawal", "own", null, NOBODY, NOBODY);
        read("GET /members/{id}/consents", "member", seen);
        read("GET /members/{id}/consents/history", "member", seen);
        create("POST /members/{id}/consents", "member", RightsWorld::aConsent, seen, kept);
        create("POST /members/{id}/consents/{purpose}/withdrawal", "member", null, seen, kept);
    }

    /// A campaign is known to whom it was issued by, and to the organisations that owe it with all who hold a
    /// post there; the own organisation and the subordinate owe it. The numbers are for those who work with
    /// registrations.
    private static void campaigns() {
        RegistrationRights.campaigns();
    }

    /// A registration is written by its member, and reviewed by secretary, officer and leader.
    private static void registrations() {
        RegistrationRights.registrations();
    }

    private static void reviews() {
        create("POST /members/reviews", "own", RightsWorld::aSitting, SEEN, WRITTEN);
        list("GET /members/reviews", "review", "organisation={own}", SEEN);
        list("GET /members/reviews/missing", "member", "organisation={own}&year=2020", SEEN);
        read("GET /members/reviews/coverage", "own", "organisation={own}&year=2024", SEEN);
        change("POST /members/reviews/{id}/cancellation", "review", world -> Map.of("reason", "Nhầm"), SEEN, WRITTEN);
    }

    /// The regulation is everybody's to read; who administers the top of the tree adds one. The competent
    /// level that raises a cap stands above the organisation.
    private static void ratingGroups() {
        read("GET /ratings/rules", "own", ANYBODY);
        create(
                "POST /ratings/rules",
                "own",
                RightsWorld::aRatingRule,
                ANYBODY,
                at(Set.of(SUPERIOR, FOREIGN), ADMINISTRATOR));
        create("POST /ratings/groups", "own", RightsWorld::aRatingGroup, SEEN, WRITTEN);
        list("GET /ratings/groups", "group", "organisation={own}", SEEN);
        read("GET /ratings/groups/{id}", "group", SEEN);
        change(
                "POST /ratings/groups/{id}/raised-cap",
                "group",
                world -> Map.of("decision", "QĐ 1"),
                SEEN,
                at(Set.of(SUPERIOR), COMMITTEE_LEADER));
        change(
                "POST /ratings/groups/{id}/decision",
                "group",
                world -> Map.of("decisions", List.of(Map.of("ratingId", world.id("rating"), "grade", "GOOD"))),
                SEEN,
                LED);
    }

    /// The person scores itself; secretary, officer and leader appraise and propose; a leader decides,
    /// verifies, withdraws and makes final; a complaint that came on paper is entered by officer or leader.
    private static void ratings() {
        create("POST /ratings", "own", RightsWorld::newRatings, SEEN, WRITTEN);
        list("GET /ratings", "rating", "organisation={own}", SEEN);
        read("GET /ratings/{id}", "rating", SEEN);
        change("POST /ratings/{id}/self-score", "rating", world -> Map.of("points", 80), SEEN, NOBODY);
        change("POST /ratings/{id}/appraisal", "rating", world -> Map.of("points", 80), SEEN, WRITTEN);
        change("POST /ratings/{id}/proposal", "rating", world -> Map.of("grade", "GOOD"), SEEN, WRITTEN);
        change("POST /ratings/{id}/decision", "rating", world -> Map.of("grade", "GOOD"), SEEN, LED);
        change(
                "POST /ratings/{id}/complaint",
                "rating",
                world -> Map.of("complaint", "Chưa đúng"),
                SEEN,
                over(COMMITTEE_OFFICER, COMMITTEE_LEADER));
        change(
                "POST /ratings/{id}/verification",
                "rating",
                world -> Map.of("upheld", false, "verification", "Đúng"),
                SEEN,
                LED);
        change("POST /ratings/{id}/cancellation", "rating", world -> Map.of("reason", "Mở nhầm"), SEEN, LED);
        change("POST /ratings/{id}/finalisation", "rating", null, SEEN, LED);
    }

    /// The unit proposes and reports, its committee's leader approves or rejects, a leader above commends.
    private static void nominations() {
        create("POST /nominations", "own", RightsWorld::aNomination, SEEN, WRITTEN);
        list("GET /nominations", "nomination", "organisation={own}", SEEN);
        list("GET /nominations/quotas", "quota", "organisation={own}", SEEN);
        read("GET /nominations/{id}", "nomination", SEEN);
        change("POST /nominations/{id}/approval", "nomination", world -> Map.of(), SEEN, LED);
        change("POST /nominations/{id}/report", "nomination", null, SEEN, WRITTEN);
        change("POST /nominations/{id}/commendation", "nomination", null, SEEN, at(Set.of(SUPERIOR), COMMITTEE_LEADER));
        change("POST /nominations/{id}/rejection", "nomination", world -> Map.of("reason", "Chưa đạt"), SEEN, LED);
        change("POST /nominations/{id}/follow-up", "nomination", world -> Map.of("followUp", "Tốt"), SEEN, WRITTEN);
    }

    private static void goodDeeds() {
        create("POST /good-deeds", "own", RightsWorld::aGoodDeed, SEEN, WRITTEN);
        list("GET /good-deeds", "deed", "organisation={own}", SEEN);
        read("GET /good-deeds/{id}", "deed", SEEN);
        change("POST /good-deeds/{id}/examination", "deed", world -> Map.of("examination", "Đúng"), SEEN, WRITTEN);
        change("POST /good-deeds/{id}/recognition", "deed", null, SEEN, LED);
        change("POST /good-deeds/{id}/recording", "deed", null, SEEN, WRITTEN);
        change("POST /good-deeds/{id}/rejection", "deed", world -> Map.of("reason", "Chưa đạt"), SEEN, LED);
    }

    static void read(String operation, String thing, Predicate<Caller> sees) {
        read(operation, thing, "", sees);
    }

    static void read(String operation, String thing, String query, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.READ, operation, thing, query, null, sees, NOBODY));
    }

    static void list(String operation, String thing, String query, Predicate<Caller> sees) {
        ROWS.add(new Row(Shape.LIST, operation, thing, query, null, sees, NOBODY));
    }

    static void change(
            String operation,
            String thing,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CHANGE, operation, thing, "", body, sees, acts));
    }

    static void create(
            String operation,
            String thing,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CREATE, operation, thing, "", body, sees, acts));
    }

    static void create(
            String operation,
            String thing,
            String query,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.CREATE, operation, thing, query, body, sees, acts));
    }

    static void each(
            String operation,
            String thing,
            Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        ROWS.add(new Row(Shape.EACH, operation, thing, "", body, sees, acts));
    }
}
