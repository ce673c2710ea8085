package vn.tiendo.registrations;

import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.registrations.RightsPolicy.ALL;
import static vn.tiendo.registrations.RightsPolicy.NOBODY;
import static vn.tiendo.registrations.RightsPolicy.Place.OWN;
import static vn.tiendo.registrations.RightsPolicy.Place.SUBORDINATE;
import static vn.tiendo.registrations.RightsPolicy.SEEN;
import static vn.tiendo.registrations.RightsPolicy.WRITTEN;
import static vn.tiendo.registrations.RightsPolicy.at;
import static vn.tiendo.registrations.RightsPolicy.change;
import static vn.tiendo.registrations.RightsPolicy.create;
import static vn.tiendo.registrations.RightsPolicy.each;
import static vn.tiendo.registrations.RightsPolicy.list;
import static vn.tiendo.registrations.RightsPolicy.over;
import static vn.tiendo.registrations.RightsPolicy.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.tiendo.registrations.RightsPolicy.Caller;

/// Who may do what with campaigns, forms, registrations and exemptions.
final class RegistrationRights {

    private static final Predicate<Caller> ISSUER = over(COMMITTEE_OFFICER, COMMITTEE_LEADER);

    private RegistrationRights() {}

    /// A campaign is known to whom it was issued by, and to the organisations that owe it with all who hold a
    /// post there; the own organisation and the subordinate owe it. The numbers are for those who work with
    /// registrations.
    static void campaigns() {
        forms();
        var known = SEEN.or(at(Set.of(OWN, SUBORDINATE), ALL));
        list("GET /campaigns", "campaign", "", known);
        read("GET /campaigns/{id}", "campaign", known);
        change("POST /campaigns/{id}/opening", "campaign", world -> Map.of(), known, ISSUER);
        change("POST /campaigns/{id}/closure", "campaign", null, known, ISSUER);
        change(
                "PUT /campaigns/{id}/form",
                "campaign",
                world -> Map.of("formVersionId", world.id("form")),
                known,
                ISSUER);
        change(
                "POST /campaigns/{id}/reopenings",
                "campaign",
                world -> Map.of("organisationId", world.id("own"), "until", "2090-01-01", "reason", "Bão"),
                known,
                ISSUER);
        read("GET /campaigns/{id}/roster", "campaign", "organisation={own}", SEEN);
        list("GET /campaigns/{id}/roster/changes", "rosterChange", "organisation={own}", SEEN);
        read("GET /campaigns/{id}/summary", "campaign", "organisation={own}", SEEN);
        list("GET /campaigns/{id}/summary/children", "child", "organisation={own}", SEEN);
        list("GET /campaigns/{id}/summary/missing", "owed", "organisation={own}", SEEN);
    }

    /// A draft is seen in reach and written by officers and leaders; what is published is read by all below
    /// too, who write on it.
    private static void forms() {
        create("POST /registration-forms", "own", RightsWorld::aForm, SEEN, ISSUER);
        list("GET /registration-forms", "form", "", SEEN);
        read("GET /registration-forms/{id}", "form", SEEN);
        change("PUT /registration-forms/{id}", "form", RightsWorld::aFormChange, SEEN, ISSUER);
        change("POST /registration-forms/{id}/publication", "form", null, SEEN, ISSUER);
        read("GET /registration-forms/{id}/schema", "form", SEEN);
        read("GET /registration-forms/{id}/differences", "form", "from={form}", SEEN);
    }

    /// A registration is written by its member, and reviewed by secretary, officer and leader.
    static void registrations() {
        followThrough();
        files();
        exemptions();
        list("GET /registrations", "registration", "campaign={campaign}", SEEN);
        read("GET /registrations/{id}", "registration", SEEN);
        change("PUT /registrations/{id}/content", "registration", RightsWorld::content, SEEN, NOBODY);
        change(
                "PUT /registrations/{id}/drafts/{draft}",
                "registration",
                world -> Map.of("content", RightsWorld.content(world)),
                SEEN,
                NOBODY);
        change("POST /registrations/{id}/submission", "registration", world -> Map.of(), SEEN, NOBODY);
        change(
                "POST /registrations/{id}/proxy-submission",
                "registration",
                world -> Map.of("content", RightsWorld.content(world)),
                SEEN,
                WRITTEN);
        change("POST /registrations/{id}/confirmation", "registration", null, SEEN, NOBODY);
        change("POST /registrations/{id}/acceptance", "registration", null, SEEN, WRITTEN);
        change("POST /registrations/{id}/return", "registration", world -> Map.of("reason", "Thiếu"), SEEN, WRITTEN);
        Function<RightsWorld, List<?>> stale =
                world -> List.of(Map.of("id", world.id("registration"), "version", 1_000));
        each(
                "POST /registrations/acceptances",
                "registration",
                world -> Map.of("items", stale.apply(world)),
                SEEN,
                WRITTEN);
        each(
                "POST /registrations/returns",
                "registration",
                world -> Map.of("items", stale.apply(world), "reason", "Thiếu"),
                SEEN,
                WRITTEN);
        read("GET /registrations/{id}/revisions", "registration", SEEN);
        read("GET /registrations/{id}/revisions/{number}", "registration", SEEN);
        read("GET /registrations/{id}/differences", "registration", SEEN);
        change("POST /registrations/{id}/copy", "registration", null, SEEN, NOBODY);
    }

    private static void followThrough() {
        create(
                "POST /registrations/{id}/follow-ups",
                "accepted",
                world -> Map.of("item", "study", "note", "Đã học", "happenedOn", "2024-01-05"),
                SEEN,
                WRITTEN);
        list("GET /registrations/{id}/follow-ups", "followUp", "", SEEN);
        change("POST /registrations/{id}/self-assessment", "accepted", RightsWorld::anAssessment, SEEN, NOBODY);
        read("GET /registrations/{id}/self-assessment", "accepted", SEEN);
        change(
                "POST /registrations/{id}/collective-comment",
                "accepted",
                world -> Map.of("comment", "Tốt"),
                SEEN,
                WRITTEN);
        change("POST /registrations/{id}/closure", "accepted", null, SEEN, WRITTEN);
    }

    private static void files() {
        create(
                "POST /registrations/{id}/documents",
                "accepted",
                "fileName=a.txt",
                world -> "Ảnh chụp " + UUID.randomUUID(),
                SEEN,
                WRITTEN);
        list("GET /registrations/{id}/documents", "document", "", SEEN);
        read("GET /registrations/{id}/documents/{file}/content", "accepted", SEEN);
    }

    /// Those who review a registration exempt its member, look at it again and revoke; only the member opts
    /// in.
    private static void exemptions() {
        create("POST /exemptions", "own", RightsWorld::anExemption, SEEN, WRITTEN);
        list("GET /exemptions", "exemption", "organisation={own}", SEEN);
        read("GET /exemptions/{id}", "exemption", SEEN);
        change("POST /exemptions/{id}/review", "exemption", world -> Map.of("reviewOn", "2090-01-01"), SEEN, WRITTEN);
        change("POST /exemptions/{id}/revocation", "exemption", world -> Map.of("reason", "Khỏi bệnh"), SEEN, WRITTEN);
        change("POST /exemptions/{id}/opt-in", "exemption", null, SEEN, NOBODY);
    }
}
