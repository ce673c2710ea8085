package vn.tiendo.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A province of a hundred communes with cells, one plan and its campaign, told on the topics. Provinces of any size
/// have the same communes, kinds and days, so that only the number of members differs.
final class ToldProvince {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int COMMUNES = 100;
    private static final int MEMBERS_OF_A_CELL = 30;

    /// Members of the cell of the probe beside its own, so that it never runs out.
    static final int PROBED = 200;

    private static final int DAYS = 90;
    private static final String[] KINDS = {
        "STUDY_SESSION", "COLLECTIVE_PLAN", "THEMATIC_MEETING", "INSPECTION", "EXEMPLAR_NOMINATION", "MEMBER_REVIEW"
    };

    final int members;
    final UUID plan = UUID.randomUUID();
    final UUID province = UUID.randomUUID();
    final UUID probeCell = UUID.randomUUID();
    final String reader;

    private final ToldEvents events;
    private final String issuer;
    private final LocalDate today;
    private final UUID campaign = UUID.randomUUID();
    private final Random random;
    private final List<UUID> cells = new ArrayList<>();
    private final List<Member> open = new ArrayList<>();
    private int number;

    private record Member(UUID id, UUID cell) {}

    ToldProvince(ToldEvents events, String issuer, LocalDate today, int members, String name) {
        this.events = events;
        this.issuer = issuer;
        this.today = today;
        this.members = members;
        this.reader = name + ".reader";
        this.random = new Random(members);
    }

    int organisations() {
        return 1 + COMMUNES + cells.size();
    }

    void tell() {
        var path = segment();
        organisation(province, null, path, "PROVINCE_COMMITTEE");
        var perCommune = Math.max(1, members / MEMBERS_OF_A_CELL / COMMUNES);
        for (int i = 0; i < COMMUNES; i++) {
            var commune = UUID.randomUUID();
            var communePath = path + segment();
            organisation(commune, province, communePath, "GRASSROOTS_COMMITTEE");
            for (int c = 0; c < perCommune; c++) {
                var cell = i + c == 0 ? probeCell : UUID.randomUUID();
                cells.add(cell);
                organisation(cell, commune, communePath + segment(), "CELL");
            }
        }
        post();
        planAndCampaign();
        events.flush();
        cells.forEach(this::assignments);
        for (int i = 0; i < members; i++) member(cells.get(i % cells.size()));
        for (int i = 0; i < PROBED; i++) member(probeCell);
        events.flush();
    }

    private String segment() {
        number++;
        return UUID.randomUUID().toString().substring(24) + "/";
    }

    private void organisation(UUID id, @Nullable UUID parent, String path, String kind) {
        var state = Api.JSON.createObjectNode();
        state.put("id", id.toString())
                .put("code", "BN-" + id)
                .put("name", "Tổ chức " + number)
                .put("kind", kind)
                .put("hierarchy", "PARTY")
                .put("path", path)
                .put("validFrom", "2010-01-01");
        if (parent != null) state.put("parentId", parent.toString());
        var period = state.putArray("periods").addObject();
        period.put("from", "2010-01-01")
                .put("path", path)
                .put("name", "Tổ chức " + number)
                .put("kind", kind);
        if (parent != null) period.put("parentId", parent.toString());
        events.tell("plans.organisation.v1", id, 0, state);
    }

    private void post() {
        var id = UUID.randomUUID();
        var state = Api.JSON.createObjectNode();
        state.put("id", id.toString())
                .put("organisationId", province.toString())
                .put("role", "AUDITOR")
                .put("holderIssuer", issuer)
                .put("holderSubject", reader)
                .put("validFrom", "2010-01-01");
        events.tell("plans.post.v1", id, 0, state);
    }

    private void planAndCampaign() {
        var state = Api.JSON.createObjectNode();
        state.put("id", plan.toString())
                .put("organisationId", province.toString())
                .put("title", "Kế hoạch đo " + members)
                .put("year", today.getYear())
                .put("status", "ISSUED")
                .put("issuedAt", at(-DAYS, 8))
                .putArray("obligations");
        events.tell("plans.plan.v1", plan, 0, state);
        var opened = Api.JSON.createObjectNode();
        opened.put("id", campaign.toString())
                .put("planId", plan.toString())
                .put("obligationId", plan.toString())
                .put("organisationId", province.toString())
                .put("occurrence", "bench")
                .put("form", "REGISTRATION")
                .put("status", "OPEN")
                .put("title", "Đợt đo")
                .put("dueAt", at(30, 0));
        events.tell("registrations.campaign.v1", campaign, 0, opened);
    }

    /// One of each kind: done in time, done late, open, overdue.
    private void assignments(UUID cell) {
        for (int i = 0; i < KINDS.length; i++) {
            var id = UUID.randomUUID();
            var state = Api.JSON.createObjectNode();
            var due = -40 + 20 * i;
            state.put("id", id.toString())
                    .put("planId", plan.toString())
                    .put("obligationId", plan.toString())
                    .put("organisationId", cell.toString())
                    .put("kind", KINDS[i])
                    .put("opens", "ASSIGNMENT")
                    .put("subject", "s")
                    .put("occurrence", "bench")
                    .put("openedAt", at(-DAYS, 9))
                    .put("dueAt", at(due, 0))
                    .put("requiredCount", 1)
                    .put("recordedCount", 0)
                    .put("accepted", false);
            int received = due - 15 + random.nextInt(25);
            if (received < 0 && random.nextInt(5) > 0) {
                state.put("receivedAt", at(received, 10)).put("accepted", true).put("fulfilledAt", at(received, 11));
            }
            events.tell("plans.assignment.v1", id, 0, state);
        }
    }

    private void member(UUID cell) {
        var member = new Member(UUID.randomUUID(), cell);
        var state = registration(member);
        int submitted = -random.nextInt(DAYS - 1);
        if (random.nextBoolean() && !cell.equals(probeCell)) {
            state.put("status", "ACCEPTED")
                    .put("receivedAt", at(submitted - 1, 9))
                    .put("countedAt", at(submitted - 1, 9))
                    .put("acceptedAt", at(submitted - 1, 15));
        } else {
            open.add(member);
        }
        events.tell("registrations.registration.v1", member.id, 0, state);
    }

    private ObjectNode registration(Member member) {
        var state = Api.JSON.createObjectNode();
        state.put("id", member.id.toString())
                .put("campaignId", campaign.toString())
                .put("planId", plan.toString())
                .put("obligationId", plan.toString())
                .put("memberId", member.id.toString())
                .put("organisationId", member.cell.toString())
                .put("status", "OWED")
                .put("owedAt", at(-DAYS, 10))
                .put("dueAt", at(30, 0));
        state.putArray("organisationIds").add(member.cell.toString());
        return state;
    }

    /// One that has not submitted does so now.
    ///
    /// @return whether there was one
    boolean submit(boolean inProbeCell) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).cell.equals(probeCell) == inProbeCell) {
                var member = open.get(i);
                open.set(i, open.getLast());
                open.removeLast();
                var state = registration(member);
                state.put("status", "SUBMITTED").put("receivedAt", at(0, 1)).put("countedAt", at(0, 1));
                events.tell("registrations.registration.v1", member.id, 1, state);
                return true;
            }
        }
        return false;
    }

    private String at(int days, int hour) {
        Instant moment =
                today.plusDays(days).atStartOfDay(VIETNAM).plusHours(hour).toInstant();
        return moment.toString();
    }
}
