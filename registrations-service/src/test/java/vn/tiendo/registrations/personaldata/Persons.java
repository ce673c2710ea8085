package vn.tiendo.registrations.personaldata;

import static vn.tiendo.registrations.Scene.as;

import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Requests as persons and those who decide send them.
final class Persons {

    static final String REQUESTS = "/api/v1/data-subject-requests";

    private Persons() {}

    static String aLeaderOf(KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_LEADER, organisation));
    }

    static String anAuditorOf(KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(Role.AUDITOR, organisation));
    }

    static Response file(String token, String json) {
        return as(token).body(json).post(REQUESTS);
    }

    static String filed(Person member, String kind) {
        return file(member.token(), "{\"kind\":\"" + kind + "\",\"wish\":\"theo luật\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response command(String token, String id, String command, @Nullable String etag, @Nullable String body) {
        var request = as(token);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return (body == null ? request : request.body(body)).post(REQUESTS + "/" + id + "/" + command);
    }

    static void granted(String leader, String id) {
        command(leader, id, "acceptance", "\"0\"", "{\"withProcessor\":false}")
                .then()
                .statusCode(200);
        command(leader, id, "execution", "\"1\"", "{}").then().statusCode(200);
    }

    /// The person has belonged nowhere since yesterday.
    static void leaves(UUID member) {
        Scene.execute("update membership set valid_to = current_date - 1 where member_id = ?1", member);
    }
}
