package vn.tiendo.registrations;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.registrations.RightsPolicy.ANYBODY;
import static vn.tiendo.registrations.RightsPolicy.NOBODY;
import static vn.tiendo.registrations.RightsPolicy.Place.OWN;
import static vn.tiendo.registrations.RightsPolicy.Place.SIBLING;
import static vn.tiendo.registrations.RightsPolicy.Place.SUPERIOR;
import static vn.tiendo.registrations.RightsPolicy.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.registrations.RightsPolicy.Caller;
import vn.tiendo.registrations.RightsPolicy.Place;
import vn.tiendo.registrations.RightsPolicy.Row;
import vn.tiendo.registrations.RightsPolicy.Shape;

/// Who may do what about members of two places, about those who have moved, and about oneself.
final class PersonRights {

    private static final Role[] READERS = {
        ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR
    };
    private static final Role[] KEEPERS = {ADMINISTRATOR, CELL_SECRETARY, COMMITTEE_OFFICER};

    private final List<Row> rows = new ArrayList<>();

    private PersonRights() {}

    /// Every place where a person belongs or belonged sees it; where it belongs today writes about it.
    static List<Row> ofPlaces() {
        var rights = new PersonRights();
        rights.places("shared", RightsPersons::shared, Set.of(OWN, SUPERIOR, SIBLING));
        rights.places("moved", RightsPersons::moved, Set.of(SUPERIOR, SIBLING));
        return List.copyOf(rights.rows);
    }

    private void places(String thing, Function<RightsWorld, Object> corrected, Set<Place> belongs) {
        var everywhere = Set.of(OWN, SUPERIOR, SIBLING);
        var seen = at(everywhere, READERS);
        var kept = at(belongs, KEEPERS);
        add(Shape.LIST, "GET /members", thing, null, seen, NOBODY);
        add(Shape.READ, "GET /members/{id}", thing, null, seen, NOBODY);
        add(Shape.READ, "GET /members/{id}/history", thing, null, seen, NOBODY);
        add(Shape.READ, "GET /members/{id}/consents", thing, null, seen, NOBODY);
        add(Shape.READ, "GET /members/{id}/consents/history", thing, null, seen, NOBODY);
        add(Shape.CREATE, "GET /members/{id}/accesses", thing, null, seen, at(everywhere, AUDITOR));
        add(Shape.CHANGE, "PUT /members/{id}", thing, corrected, seen, kept);
        add(Shape.CHANGE, "PUT /members/{id}/contact", thing, world -> Map.of("language", "vi"), seen, kept);
        add(
                Shape.CHANGE,
                "POST /members/{id}/standings",
                thing,
                world -> Map.of("status", "RETIRED", "from", "2026-04-01"),
                seen,
                kept);
        var other = thing.equals("shared") ? "moved" : "shared";
        add(
                Shape.CHANGE,
                "POST /members/{id}/merges",
                thing,
                world -> Map.of("memberId", world.id(other)),
                seen,
                at(Set.of(SUPERIOR, SIBLING), KEEPERS));
        add(Shape.CREATE, "POST /members/{id}/consents", thing, RightsWorld::aConsent, seen, kept);
        add(Shape.CREATE, "POST /members/{id}/consents/{purpose}/withdrawal", thing, null, seen, kept);
        add(
                Shape.CREATE,
                "POST /data-subject-requests",
                thing,
                world -> Map.of("kind", "ACCESS", "memberId", world.id(thing)),
                seen,
                kept);
    }

    /// Of one who holds every post: what is a member's own it does, what is others' to decide about it it does not.
    static List<Row> ofOneself() {
        var rights = new PersonRights();
        rights.members();
        rights.registrations();
        rights.exemptions();
        rights.ratings();
        rights.praise();
        rights.requests();
        return List.copyOf(rights.rows);
    }

    private void members() {
        othersDo("PUT /members/{id}", "self", RightsPersons::retired);
        othersDo("POST /members/{id}/standings", "self", world -> Map.of("status", "RETIRED", "from", "2026-01-01"));
        othersDo("POST /members/reviews/{id}/cancellation", "selfReview", world -> Map.of("reason", "Nhầm"));
        selfDoes("PUT /members/{id}/contact", "self", world -> Map.of("language", "vi"));
    }

    private void registrations() {
        var thing = "selfRegistration";
        othersDo(
                "POST /registrations/{id}/proxy-submission",
                thing,
                world -> Map.of("content", RightsWorld.content(world)));
        othersDo("POST /registrations/{id}/acceptance", thing, null);
        othersDo("POST /registrations/{id}/return", thing, world -> Map.of("reason", "Thiếu"));
        othersDo("POST /registrations/{id}/collective-comment", thing, world -> Map.of("comment", "Tốt"));
        othersDo("POST /registrations/{id}/closure", thing, null);
        selfDoes("PUT /registrations/{id}/content", thing, RightsWorld::content);
        selfDoes("POST /registrations/{id}/submission", thing, world -> Map.of());
        selfDoes("POST /registrations/{id}/confirmation", thing, null);
    }

    private void exemptions() {
        var thing = "selfExemption";
        add(
                Shape.CREATE,
                "POST /exemptions",
                thing,
                world -> RightsThings.exemptionOf(world.id("selfRegistration")),
                ANYBODY,
                NOBODY);
        othersDo("POST /exemptions/{id}/review", thing, world -> Map.of("reviewOn", "2090-01-01"));
        othersDo("POST /exemptions/{id}/revocation", thing, world -> Map.of("reason", "Khỏi bệnh"));
        selfDoes("POST /exemptions/{id}/opt-in", thing, null);
    }

    private void ratings() {
        var thing = "selfRating";
        othersDo("POST /ratings/{id}/appraisal", thing, world -> Map.of("points", 80));
        othersDo("POST /ratings/{id}/proposal", thing, world -> Map.of("grade", "GOOD"));
        othersDo("POST /ratings/{id}/decision", thing, world -> Map.of("grade", "GOOD"));
        othersDo("POST /ratings/{id}/verification", thing, world -> Map.of("upheld", false, "verification", "Đúng"));
        othersDo("POST /ratings/{id}/cancellation", thing, world -> Map.of("reason", "Mở nhầm"));
        othersDo("POST /ratings/{id}/finalisation", thing, null);
        selfDoes("POST /ratings/{id}/self-score", thing, world -> Map.of("points", 80));
        selfDoes("POST /ratings/{id}/complaint", thing, world -> Map.of("complaint", "Chưa đúng"));
    }

    /// Of the person, and of the collective at which it holds one of its posts.
    private void praise() {
        for (var thing : List.of("selfNomination", "collectiveNomination")) {
            othersDo("POST /nominations/{id}/approval", thing, world -> Map.of());
            othersDo("POST /nominations/{id}/commendation", thing, null);
            othersDo("POST /nominations/{id}/rejection", thing, world -> Map.of("reason", "Chưa đạt"));
        }
        for (var thing : List.of("selfDeed", "collectiveDeed")) {
            othersDo("POST /good-deeds/{id}/examination", thing, world -> Map.of("examination", "Đúng"));
            othersDo("POST /good-deeds/{id}/recognition", thing, null);
            othersDo("POST /good-deeds/{id}/recording", thing, null);
            othersDo("POST /good-deeds/{id}/rejection", thing, world -> Map.of("reason", "Chưa đạt"));
        }
    }

    private void requests() {
        var thing = "selfRequest";
        othersDo("POST /data-subject-requests/{id}/acceptance", thing, world -> Map.of("withProcessor", false));
        othersDo("POST /data-subject-requests/{id}/refusal", thing, world -> Map.of("reason", "Luật"));
        othersDo("POST /data-subject-requests/{id}/extension", thing, world -> Map.of("reason", "Lâu"));
        othersDo("POST /data-subject-requests/{id}/execution", thing, world -> Map.of());
        selfDoes("POST /data-subject-requests/{id}/lifting", thing, world -> Map.of("reason", "Xong"));
        selfDoes("POST /data-subject-requests/{id}/withdrawal", thing, null);
    }

    private void othersDo(String operation, String thing, @Nullable Function<RightsWorld, Object> body) {
        add(Shape.CHANGE, operation, thing, body, ANYBODY, NOBODY);
    }

    private void selfDoes(String operation, String thing, @Nullable Function<RightsWorld, Object> body) {
        add(Shape.CHANGE, operation, thing, body, ANYBODY, ANYBODY);
    }

    private void add(
            Shape shape,
            String operation,
            String thing,
            @Nullable Function<RightsWorld, Object> body,
            Predicate<Caller> sees,
            Predicate<Caller> acts) {
        rows.add(new Row(shape, operation, thing, "", body, sees, acts));
    }
}
