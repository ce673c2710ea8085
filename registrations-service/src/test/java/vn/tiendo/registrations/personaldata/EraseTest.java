package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.execute;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.personaldata.Persons.aLeaderOf;
import static vn.tiendo.registrations.personaldata.Persons.filed;
import static vn.tiendo.registrations.personaldata.Persons.granted;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.audit.AuditCheck;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Requests;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Whoever is erased is nowhere any more, and what was counted stays counted.
@QuarkusTest
class EraseTest {

    @Inject
    AuditCheck auditCheck;

    @Inject
    Retention retention;

    @Inject
    PersonalTables tables;

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String leader = aLeaderOf(scene.committee);
    private final String canary = "hoangyen" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void nothing_that_tells_who_it_was_is_left_in_any_table() {
        var member = canaryMember();
        var campaign = scene.open(cell);
        var registration = registrationOf(member, campaign);
        var text = Scene.CONTENT.replace("Học tập", canary);
        Scene.command(
                        member.token(),
                        registration,
                        "submission",
                        Scene.etagOf(member.token(), registration),
                        "{\"content\":" + text + "}")
                .then()
                .statusCode(200);
        var erasure = Persons.file(member.token(), "{\"kind\":\"ERASURE\",\"wish\":\"" + canary + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Requests.create(
                        scene.officer,
                        "members/" + member.id() + "/consents",
                        Map.of(
                                "purpose",
                                "PORTRAIT_PUBLICATION",
                                "agreed",
                                true,
                                "textNumber",
                                1,
                                "evidence",
                                "Hồ sơ của " + canary))
                .then()
                .statusCode(201);
        assertThat(tablesNaming(canary)).contains("member", "registration", "data_subject_request", "consent");
        Persons.leaves(member.id());

        granted(leader, erasure);

        await().atMost(Duration.ofSeconds(20)).until(() -> count("select count(*) from outbox") == 0);
        assertThat(tablesNaming(canary)).isEmpty();
        as(scene.officer)
                .get("/api/v1/members/" + member.id())
                .then()
                .statusCode(200)
                .body("name", is(""))
                .body("birthDate", nullValue())
                .body("erasedAt", notNullValue())
                .body("memberships", hasSize(1));
        assertThat(count(
                        "select count(*) from registration where member_id = ?1 and received_at is not null",
                        member.id()))
                .isOne();
        assertThat(count("select count(*) from consent where member_id = ?1 and act = 'GIVEN'", member.id()))
                .isOne();
        as(member.token()).get("/api/v1/members/me").then().statusCode(404);
        var last = TestEvents.on("registrations.member-contact.v1", member.id().toString());
        assertThat(last.getLast().value()).isNull();
        assertThat(auditCheck.brokenSegments()).isEmpty();
        as(scene.officer)
                .header("If-Match", "*")
                .body("{\"language\":\"vi\"}")
                .put("/api/v1/members/" + member.id() + "/contact")
                .then()
                .statusCode(409)
                .body("type", is("/problems/member-erased"));
    }

    @Test
    void files_go_and_the_unit_may_keep_as_much_as_before() {
        var member = scene.aMember(cell);
        var registration = registrationOf(member, scene.open(cell));
        as(member.token())
                .contentType("application/octet-stream")
                .body(("Ảnh chụp " + canary).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/registrations/" + registration + "/documents?fileName=a.txt")
                .then()
                .statusCode(201);
        assertThat(bytesOf(cell)).isPositive();
        var erasure = filed(member, "ERASURE");
        Persons.leaves(member.id());
        granted(leader, erasure);
        assertThat(count("select count(*) from registration_file where registration_id = ?1", registration))
                .isZero();
        assertThat(bytesOf(cell)).isZero();
    }

    private static long bytesOf(KnownOrganisation organisation) {
        return count("select bytes from document_usage where organisation_id = ?1", organisation.id());
    }

    /// Known by its number, by its account, by its name and birth date, or by a name of which nothing more can be read.
    @Test
    void refused_rows_of_imports_go_whatever_they_call_the_person() {
        var member = canaryMember();
        var issuer = Tokens.ISSUER + "," + member.subject();
        var file = "name,birthDate,category,status,organisationCode,from,cardNumber,identityIssuer,identitySubject\n"
                + canary + " Một,1986-05-12,PARTY_MEMBER,ACTIVE," + cell.code() + ",2020-01-01,K"
                + canary.substring(9, 29) + ",,\n"
                + canary + " Hai,1986-05-12,PARTY_MEMBER,ACTIVE," + cell.code() + ",2020-01-01,," + issuer + "\n"
                + canary.toUpperCase(Locale.ROOT) + ",12/5/1986,EMPEROR,ACTIVE,nowhere,2020-01-01,,,\n"
                + canary + ",sinh năm 1986,PARTY_MEMBER,ACTIVE," + cell.code() + ",2020-01-01,,,\n"
                + "Người khác,1986-05-12,EMPEROR,ACTIVE," + cell.code() + ",2020-01-01,,,\n"
                + canary + ",1986-05-13,EMPEROR,ACTIVE," + cell.code() + ",2020-01-01,,,\n";
        var path = "/api/v1/members/imports/" + sent(file);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(scene.administrator).get(path).path("completedAt") != null);
        as(scene.administrator).get(path).then().body("rejected", is(6));
        var erasure = filed(member, "ERASURE");
        Persons.leaves(member.id());
        granted(leader, erasure);
        as(scene.administrator).get(path).then().body("outcomes.row", contains(6, 7));
    }

    private String sent(String file) {
        return as(scene.administrator)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/members/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void former_members_are_forgotten_when_their_time_has_come() {
        var recent = scene.aMember(cell);
        var reachable = scene.aMember(cell);
        var old = scene.aMember(cell);
        leftOn(recent.id(), "11 months");
        leftOn(reachable.id(), "13 months");
        leftOn(old.id(), "121 months");
        while (QuarkusTransaction.requiringNew().call(() -> retention.pass())) {
            assertThat(count("select count(*) from member")).isPositive();
        }
        assertThat(emailOf(recent)).isNotEmpty();
        assertThat(emailOf(reachable)).isEmpty();
        assertThat(count("select count(*) from member where id = ?1 and name <> ''", reachable.id()))
                .isOne();
        assertThat(count("select count(*) from member where id = ?1 and erased_at is not null", old.id()))
                .isOne();
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'expire-member'"
                                + " and actor = 'tiendo#retention'",
                        old.id()))
                .isOne();
    }

    @Test
    void what_members_wrote_goes_ten_years_after_their_campaign() {
        var member = scene.aMember(cell);
        var campaign = scene.open(cell);
        var registration = registrationOf(member, campaign);
        Scene.submit(member.token(), registration, Scene.etagOf(member.token(), registration))
                .then()
                .statusCode(200);
        execute(
                "update campaign set status = 'CLOSED', closed_at = now() - interval '121 months' where id = ?1",
                campaign);
        while (QuarkusTransaction.requiringNew().call(() -> retention.pass())) {
            assertThat(count("select count(*) from campaign")).isPositive();
        }
        assertThat(query("select t::text from registration t where id = ?1", String.class, registration)
                        .getFirst())
                .doesNotContain("chuyên đề năm");
        assertThat(count("select count(*) from retention_mark where subject_id = ?1", campaign))
                .isOne();
        assertThat(count("select count(*) from registration where id = ?1 and received_at is not null", registration))
                .isOne();
    }

    /// A table that somebody adds is exported and erased by itself; whether its texts are facts is for a person to say.
    @Test
    void every_text_about_a_person_is_named_as_a_fact_or_as_going() {
        var unnamed = new TreeSet<String>();
        QuarkusTransaction.requiringNew()
                .run(() -> tables.all().stream()
                        .filter(table -> !table.name().equals("member") && !PersonalColumns.goesAsAWhole(table.name()))
                        .forEach(table -> table.columns().stream()
                                .filter(PersonalTable.Column::isText)
                                .filter(column -> !PersonalColumns.isFact(column.name())
                                        && !PersonalColumns.TEXTS.contains(column.name()))
                                .forEach(column -> unnamed.add(table.name() + "." + column.name()))));
        assertThat(unnamed).isEmpty();
    }

    private Person canaryMember() {
        var account = "account-" + UUID.randomUUID();
        var json = """
            {"name":"%1$s","birthDate":"1986-05-12","category":"PARTY_MEMBER","status":"ACTIVE",
             "email":"%1$s@example.org","identityIssuer":"%2$s","identitySubject":"%5$s","cardNumber":"K%3$s",
             "memberships":[{"organisationId":"%4$s","from":"2020-01-01"}]}\
            """.formatted(canary, Tokens.ISSUER, canary.substring(9, 29), cell.id(), account);
        String id = as(scene.administrator)
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .body(json)
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(UUID.fromString(id), account);
    }

    /// Whatever the service's database holds; the broker is looked at by itself.
    private static List<String> tablesNaming(String words) {
        return query(
                        "select table_name::text from information_schema.tables where table_schema = current_schema()"
                                + " and table_type = 'BASE TABLE' and table_name <> 'outbox' order by 1",
                        String.class)
                .stream()
                .filter(table -> count(
                                "select count(*) from " + table + " t where t::text like ?1"
                                        + (table.equals("idempotency_key")
                                                ? " or position(convert_to(replace(?1, '%', ''), 'UTF8') in body) > 0"
                                                : ""),
                                "%" + words + "%")
                        > 0)
                .toList();
    }

    private static void leftOn(UUID member, String ago) {
        execute(
                "update membership set valid_from = date '2001-01-01', valid_to = current_date - cast(?2 as interval)"
                        + " where member_id = ?1",
                member,
                ago);
    }

    private static String emailOf(Person person) {
        return query("select coalesce(email, '') from member where id = ?1", String.class, person.id())
                .getFirst();
    }
}
