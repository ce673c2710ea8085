package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.addMember;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.memberJson;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class MemberTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();

    @Test
    void a_member_is_added_and_its_contact_published() {
        var subject = subject();
        var id = addMember(scene.administrator, memberJson("Đỗ Thị Hồng", "ACTIVE", subject, card(), cell))
                .then()
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("cardKnown", is(true))
                .body("cardNumber", nullValue())
                .extract()
                .<String>path("id");
        var published = await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("registrations.member-contact.v1", id), events -> events.size() == 1)
                .getFirst();
        assertThat(new String(published.value(), StandardCharsets.UTF_8))
                .contains("\"holderSubject\":\"" + subject, "\"email\":", "\"language\":\"vi\"")
                .doesNotContain("Hồng", "1986");
    }

    @Test
    void a_name_is_found_however_it_is_spelled() {
        var decomposed = Normalizer.normalize("Đỗ Thị  Hồng", Normalizer.Form.NFD);
        addMember(scene.administrator, memberJson(decomposed, "ACTIVE", subject(), null, cell))
                .then()
                .statusCode(201)
                .body("name", is("Đỗ Thị Hồng"));
        as(scene.officer).get("/api/v1/members?name=do thi").then().body("items", hasSize(1));
        as(scene.officer).get("/api/v1/members?name=100%25").then().body("items", empty());
    }

    @Test
    void _409_for_a_card_number_or_an_identity_that_is_known() {
        var card = card();
        var subject = subject();
        addMember(scene.administrator, memberJson("A B", "ACTIVE", subject, card, cell))
                .then()
                .statusCode(201);
        addMember(scene.administrator, memberJson("A B", "ACTIVE", subject(), card.replace('.', ' '), cell))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-member-per-card-number"));
        addMember(scene.administrator, memberJson("A B", "ACTIVE", subject, null, cell))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-member-per-identity"));
    }

    @Test
    void the_database_does_not_hold_the_card_number() {
        var card = card();
        addMember(scene.administrator, memberJson("A B", "ACTIVE", subject(), card, cell))
                .then()
                .statusCode(201);
        assertThat(count("select count(*) from member m where m::text like ?1", "%" + card + "%"))
                .isZero();
    }

    @Test
    void _404_for_an_organisation_out_of_reach_and_403_without_the_role() {
        var secretary = scene.aSecretaryOf(cell);
        addMember(secretary, memberJson("A B", "ACTIVE", subject(), null, scene.aCell()))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        addMember(secretary, memberJson("A B", "ACTIVE", subject(), null, cell))
                .then()
                .statusCode(201);
        var inspector = Tokens.of(
                vn.tiendo.kit.test.TestTree.aHolderOf(vn.tiendo.kit.security.Role.INSPECTOR, scene.committee));
        addMember(inspector, memberJson("A B", "ACTIVE", subject(), null, cell))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
    }

    @Test
    void _400_names_what_is_wrong() {
        addMember(scene.administrator, "{\"name\":\" \",\"memberships\":[]}")
                .then()
                .statusCode(400)
                .body("errors.field", org.hamcrest.Matchers.hasItems("name", "birthDate", "memberships"));
    }

    @Test
    void _422_for_two_memberships_at_one_organisation_at_once() {
        addMember(scene.administrator, memberJson("A B", "ACTIVE", subject(), null, cell, cell))
                .then()
                .statusCode(422)
                .body("type", is("/problems/memberships-overlap"));
    }

    @Test
    void a_correction_needs_the_version_and_publishes_the_contact_again() {
        var subject = subject();
        var id = addMember(scene.administrator, memberJson("A B", "ACTIVE", subject, null, cell))
                .then()
                .extract()
                .<String>path("id");
        var corrected = memberJson("A C", "RETIRED", subject, null, cell);
        as(scene.administrator)
                .body(corrected)
                .put("/api/v1/members/" + id)
                .then()
                .statusCode(428);
        as(scene.administrator)
                .header("If-Match", "\"3\"")
                .body(corrected)
                .put("/api/v1/members/" + id)
                .then()
                .statusCode(412);
        as(scene.administrator)
                .header("If-Match", "\"0\"")
                .body(corrected)
                .put("/api/v1/members/" + id)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("name", is("A C"))
                .body("memberships", hasSize(1));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        TestEvents.on("registrations.member-contact.v1", id).size() == 2);
    }

    @Test
    void a_transfer_takes_authority_over_both_organisations() {
        var other = scene.aCell();
        var member = scene.aMember(cell);
        var moved = memberJson("A B", "ACTIVE", member.subject(), null, other);
        as(scene.aSecretaryOf(cell))
                .header("If-Match", "\"0\"")
                .body(moved)
                .put("/api/v1/members/" + member.id())
                .then()
                .statusCode(404);
        as(scene.officer)
                .header("If-Match", "\"0\"")
                .body(moved)
                .put("/api/v1/members/" + member.id())
                .then()
                .statusCode(200)
                .body("memberships.organisationId", contains(other.id().toString()));
    }

    @Test
    void members_are_listed_within_reach_and_read_by_themselves() {
        var member = scene.aMember(cell);
        as(scene.aSecretaryOf(cell))
                .get("/api/v1/members?organisation=" + cell.id())
                .then()
                .body("items.id", contains(member.id().toString()));
        as(scene.aSecretaryOf(scene.aCell())).get("/api/v1/members").then().body("items", empty());
        as(member.token()).get("/api/v1/members").then().body("items", empty());
        as(member.token()).get("/api/v1/members/" + member.id()).then().statusCode(200);
        as(Tokens.of("stranger"))
                .get("/api/v1/members/" + member.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/member-not-found"));
    }

    private static String subject() {
        return "subject-" + UUID.randomUUID();
    }

    private static String card() {
        return "36." + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 1_000_000_000L);
    }
}
