package vn.tiendo.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.made;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene.Person;

/// Persons of the world of rights who are more than a member of one place: one of two places at once, one who has moved
/// from the own organisation to the sibling, and one who holds every post over itself.
final class RightsPersons {

    private static final String CAME = "2026-03-01";

    private final RightsWorld world;
    private final String secretary;
    private final Person self;

    RightsPersons(RightsWorld world, KnownOrganisation province) {
        this.world = world;
        secretary = world.scene.aSecretaryOf(world.own);
        var above = new Scene(province);
        var shared = above.aMember(world.own, world.sibling);
        var moved = above.aMember(world.own);
        self = above.aMember(world.own);
        var transfer =
                Map.of("fromOrganisationId", world.own.id(), "toOrganisationId", world.sibling.id(), "from", CAME);
        command(above.officer, "members/" + moved.id() + "/transfers", transfer)
                .then()
                .statusCode(200);
        for (var role : Role.values()) {
            TestTree.give(self.subject(), role, province);
        }
        TestTree.give(self.subject(), Role.CELL_SECRETARY, world.own);
        world.keep("shared", shared.id());
        world.keep("shared.purpose", "PHONE_MESSAGES");
        world.keep("moved", moved.id());
        world.keep("moved.purpose", "PHONE_MESSAGES");
        world.keep("self", self.id());
    }

    String self() {
        return self.subject();
    }

    /// One thing of every sort about the person who holds the posts.
    void makeThingsOfSelf() {
        var registration = Scene.registrationOf(self, UUID.fromString(world.id("campaign")));
        world.keep("selfRegistration", registration);
        var exemption = RightsThings.exemptionOf(registration.toString());
        world.keep("selfExemption", made(create(secretary, "exemptions", exemption)));
        var sitting = Map.of(
                "organisationId",
                world.id("own"),
                "year",
                2024,
                "heldOn",
                "2024-12-10",
                "memberIds",
                List.of(self.id()));
        world.keep("selfReview", create(secretary, "members/reviews", sitting).path("items[0].id"));
        var subject = Map.of("organisationId", world.id("own"), "memberId", self.id(), "head", false);
        var opened = create(secretary, "ratings", Map.of("groupId", world.id("group"), "subjects", List.of(subject)));
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        world.keep("selfRating", opened.path("items[0].id"));
        var nominated = Map.of(
                "organisationId",
                world.id("own"),
                "year",
                2024,
                "form",
                "INDIVIDUAL",
                "memberId",
                self.id(),
                "achievement",
                "Gương mẫu");
        world.keep("selfNomination", made(create(secretary, "nominations", nominated)));
        var deed = Map.of(
                "organisationId",
                world.id("own"),
                "memberId",
                self.id(),
                "deed",
                "Trả lại của rơi",
                "doneOn",
                "2024-05-01");
        world.keep("selfDeed", made(create(secretary, "good-deeds", deed)));
        makeThingsOfItsCollective();
        world.keep("selfRequest", made(create(self.token(), "data-subject-requests", Map.of("kind", "ERASURE"))));
    }

    private void makeThingsOfItsCollective() {
        var own = world.id("own");
        var nominated = Map.of(
                "organisationId",
                own,
                "year",
                2024,
                "form",
                "COLLECTIVE",
                "nomineeOrganisationId",
                own,
                "achievement",
                "Hoàn thành sớm");
        world.keep("collectiveNomination", made(create(secretary, "nominations", nominated)));
        var deed = Map.of(
                "organisationId", own, "doerOrganisationId", own, "deed", "Giúp dân chống bão", "doneOn", "2024-05-01");
        world.keep("collectiveDeed", made(create(secretary, "good-deeds", deed)));
    }

    static Object shared(RightsWorld world) {
        return correction(
                "ACTIVE",
                Map.of("organisationId", world.id("own"), "from", "2020-01-01"),
                Map.of("organisationId", world.id("sibling"), "from", "2020-01-01"));
    }

    static Object moved(RightsWorld world) {
        return correction(
                "ACTIVE",
                Map.of("organisationId", world.id("sibling"), "from", CAME),
                Map.of("organisationId", world.id("own"), "from", "2020-01-01", "to", "2026-02-28"));
    }

    static Object retired(RightsWorld world) {
        return correction("RETIRED", Map.of("organisationId", world.id("own"), "from", "2020-01-01"));
    }

    @SafeVarargs
    private static Map<String, ?> correction(String status, Map<String, ?>... memberships) {
        return Map.of(
                "name",
                "Nguyễn Văn An",
                "birthDate",
                "1986-05-12",
                "category",
                "PARTY_MEMBER",
                "status",
                status,
                "memberships",
                List.of(memberships));
    }
}
