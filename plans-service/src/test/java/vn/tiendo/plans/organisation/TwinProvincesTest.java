package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.kit.intake.Uploads.ORGANISATIONS;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.kit.test.TestDatabase.connect;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.organisation.RestructuringFixtures.carriedOut;
import static vn.tiendo.plans.organisation.RestructuringFixtures.child;
import static vn.tiendo.plans.organisation.RestructuringFixtures.complete;
import static vn.tiendo.plans.organisation.RestructuringFixtures.create;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.idOf;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.rename;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.plans.PlansWorld.Unit;

/// Two provinces that are alike are restructured alike, one in the request and one in the background:
/// afterwards they are alike again, row by row. (Whether a newcomer was given what it owes or inherits it
/// depends on who comes first.)
@QuarkusTest
class TwinProvincesTest {

    private static final String FROM = "2024-07-01";

    /// What is kept of a province; names of organisations and places in the tree are told by codes.
    private static final Map<String, String> BOOKS = new LinkedHashMap<>(Map.of(
            "organisations",
            """
            select o.code, o.name, o.kind, o.path as "path", p.code as parent, o.valid_from, o.valid_to, o.ended_by is not null,
                (select string_agg(s.code, ',' order by s.code) from organisation s where s.id = any(o.successor_ids)),
                r.code, r.name, r.path as "reach_path", r.valid_to, r.parent_id = o.parent_id
              from organisation o join reach_organisation r on r.id = o.id left join organisation p on p.id = o.parent_id
             where o.code like ?""",
            "periods",
            """
            select o.code, d.code, d.name, d.path as "path", p.code as parent, d.valid_from, d.valid_to
              from organisation_period d join organisation o on o.id = d.organisation_id
              left join organisation p on p.id = d.parent_id where o.code like ?""",
            "assignments",
            """
            select o.code, b.code, a.occurrence, a.stage, a.organisation_path as "path", a.plan_path as "plan_path",
                a.recipient_path as "recipient_path", a.via_path as "via_path", r.code, v.code, a.due_at,
                a.transferred_to_assignment_id is not null
              from assignment a join organisation o on o.id = a.organisation_id join obligation b on b.id = a.obligation_id
              left join organisation r on r.id = a.recipient_organisation_id
              left join organisation v on v.id = a.via_organisation_id where o.code like ?""",
            "bindings",
            """
            select o.code, b.code, d.organisation_path as "path", d.serving from obligation_binding d
              join organisation o on o.id = d.organisation_id join obligation b on b.id = d.obligation_id where o.code like ?""",
            "receipts",
            """
            select o.code, d.organisation_path as "path" from plan_receipt d
              join organisation o on o.id = d.organisation_id where o.code like ?""",
            "plans",
            """
            select o.code, d.organisation_path as "path", d.status from plan d
              join organisation o on o.id = d.organisation_id where o.code like ?""",
            "successions",
            """
            select o.code, s.code, d.effective_on, d.completed_at is not null from succession d
              join organisation o on o.id = d.organisation_id join organisation s on s.id = d.successor_id where o.code like ?""",
            "touches",
            """
            select o.code from restructuring_organisation d
              join organisation o on o.id = d.organisation_id where o.code like ?"""));

    @AfterEach
    void backToNow() {
        SizeForTests.asConfigured();
        TestClock.setBack();
    }

    @Test
    void in_the_background_it_comes_out_as_in_the_request() throws SQLException {
        TestClock.setTo(LocalDateTime.of(2024, 7, 5, 8, 0));
        var one = aProvinceOnItsWay();
        var other = aProvinceOnItsWay();
        await().untilAsserted(() -> {
            assertThat(booksOf(one).get("bindings")).hasSize(28);
            assertThat(booksOf(one).get("receipts")).hasSizeGreaterThanOrEqualTo(14);
            assertThat(booksOf(other)).isEqualTo(booksOf(one));
        });

        var atOnce = decide(FIRST_ADMINISTRATOR, FROM, acts(one));
        atOnce.then().statusCode(201);
        SizeForTests.largeAbove(3);
        var accepted = decide(FIRST_ADMINISTRATOR, FROM, acts(other));
        accepted.then().statusCode(202);
        carriedOut(accepted.path("id")).then().body("status", is("APPLIED"));
        complete(atOnce.path("id"));
        complete(accepted.path("id"));

        assertThat(booksOf(one).get("assignments")).hasSizeGreaterThan(28);
        await().untilAsserted(() -> assertThat(booksOf(other)).isEqualTo(booksOf(one)));
    }

    /// Newcomers are bound in the background.
    private static ConditionFactory await() {
        return Awaitility.await().atMost(30, TimeUnit.SECONDS);
    }

    /// Two districts with communes and cells, and a plan that reaches all of them, of which something is done.
    private static Unit aProvinceOnItsWay() {
        var province = aProvince();
        var rows = new ArrayList<String>();
        rows.add(row(province.code(), "B", "", "ADVISORY_BOARD"));
        for (var district : List.of("N", "S")) {
            rows.add(row(province.code(), district, "", "DISTRICT_COMMITTEE"));
            for (int i = 1; i <= 3; i++) {
                rows.add(row(province.code(), district + i, district, "GRASSROOTS_COMMITTEE"));
                rows.add(row(province.code(), district + i + "a", district + i, "CELL"));
            }
        }
        imported(
                FIRST_ADMINISTRATOR,
                ORGANISATIONS,
                "code,parentCode,hierarchy,kind,name,validFrom,validTo\n" + String.join("\n", rows));
        var report = anObligation("R", "PERIODIC_REPORT", everybody(), before(LocalDate.of(2024, 11, 10)));
        report.put("recipientIsParent", true);
        report.put("viaOrganisationId", idOf(province.code() + "-B"));
        var study = anObligation("S", "STUDY_MATERIAL", everybody(), before(LocalDate.of(2024, 10, 1)));
        anIssuedPlan(province.id(), aPlan(province.id(), report, study));
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        for (var code : List.of("-N1", "-S1a")) {
            var own = assignments(officer, "kind=STUDY_MATERIAL&organisation=" + idOf(province.code() + code)).stream()
                    .filter(each -> each.get("organisationId")
                            .equals(idOf(province.code() + code).toString()))
                    .findFirst()
                    .orElseThrow();
            command(officer, "/api/v1/assignments/" + own.get("id") + "/fulfilment", "*", Map.of("reason", "Đã gửi"))
                    .then()
                    .statusCode(200);
        }
        return province;
    }

    private static String row(String province, String own, String parent, String kind) {
        return "%s-%s,%s,PARTY,%s,Đơn vị %s,2001-01-01,"
                .formatted(province, own, parent.isEmpty() ? province : province + "-" + parent, kind, own);
    }

    private static Map<String, Object> everybody() {
        return Map.of(
                "anyOf",
                List.of(Map.of(
                        "kinds",
                        List.of("DISTRICT_COMMITTEE", "GRASSROOTS_COMMITTEE", "CELL"),
                        "tierFrom",
                        1,
                        "tierTo",
                        4)),
                "except",
                List.of());
    }

    /// Every kind of act, on places that earlier ones have moved.
    @SuppressWarnings("unchecked")
    private static Map<String, Object>[] acts(Unit province) {
        var merged = create(province.code() + "-M", "Xã mới", "GRASSROOTS_COMMITTEE", of(province, "S"));
        var dissolved = dissolve(of(province, "N"));
        dissolved.put("children", List.of(child(of(province, "N3"), ref(of(province, "S")))));
        return new Map[] {
            move(of(province, "N1"), of(province, "S")),
            merge(merged, of(province, "N2"), of(province, "S2")),
            rename(of(province, "S3"), "Tên mới"),
            dissolved,
            move(of(province, "S"), of(province, "B"))
        };
    }

    private static UUID of(Unit province, String own) {
        return idOf(province.code() + "-" + own);
    }

    private static Map<String, List<String>> booksOf(Unit province) throws SQLException {
        var places = new HashMap<String, String>();
        var books = new LinkedHashMap<String, List<String>>();
        try (var database = connect()) {
            try (var rows = database.createStatement().executeQuery("select right(path, 5), code from organisation")) {
                while (rows.next()) {
                    places.put(rows.getString(1), rows.getString(2));
                }
            }
            for (var book : BOOKS.entrySet()) {
                try (var query = database.prepareStatement(book.getValue())) {
                    query.setString(1, province.code() + "%");
                    try (var rows = query.executeQuery()) {
                        var lines = new ArrayList<String>();
                        while (rows.next()) {
                            var cells = new ArrayList<String>();
                            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                var value = rows.getString(i);
                                var isPath =
                                        rows.getMetaData().getColumnLabel(i).endsWith("path");
                                cells.add(isPath && value != null ? inCodes(value, places) : value);
                            }
                            lines.add(String.valueOf(cells).replace(province.code(), "*"));
                        }
                        books.put(book.getKey(), lines.stream().sorted().toList());
                    }
                }
            }
        }
        return books;
    }

    private static String inCodes(String path, Map<String, String> places) {
        var codes = new StringBuilder();
        for (int i = 0; i < path.length(); i += TreePath.SEGMENT_LENGTH) {
            codes.append('>').append(places.get(path.substring(i, i + TreePath.SEGMENT_LENGTH)));
        }
        return codes.toString();
    }
}
