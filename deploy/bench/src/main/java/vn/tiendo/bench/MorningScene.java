package vn.tiendo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// Members who all owe a registration by the same day, as the owners would tell it: the units and who the members are
/// first, what they owe afterwards.
final class MorningScene implements AutoCloseable {
    static final int UNITS = 5_000;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long FIRST = 0x0190_0000_0000_7000L;
    private static final int MEMBER = 1;
    private static final int REGISTRATION = 2;
    private static final int UNIT = 3;
    private static final int ASSIGNMENT = 4;
    private static final int POST = 5;

    /// Of the root of all units; only where people have mail.
    static final String ADMINISTRATOR = "bench-administrator";

    private final ToldEvents events;
    private final String issuer;
    final UUID plan = UUID.randomUUID();
    private final UUID obligation = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();
    private final long run = plan.getLeastSignificantBits();

    MorningScene(RunningSystem system) {
        events = new ToldEvents(system);
        issuer = "http://127.0.0.1:" + system.identity() + "/tiendo";
    }

    /// So that somebody can be told, and places have names.
    void introduce(int members) {
        introduce(members, 0);
    }

    /// The same with a root above the units, its administrator, and an address for everybody.
    void introduceWithMail(int members) {
        introduceWithMail(members, members);
    }

    /// @param reached how many of the members have an address
    void introduceWithMail(int members, int reached) {
        unit(UNITS, "Tỉnh ủy", "zz%08x/".formatted((int) run), "PROVINCE_COMMITTEE");
        var post = state(id(POST, 0));
        post.put("organisationId", root().toString());
        post.put("role", "ADMINISTRATOR");
        post.put("holderIssuer", issuer);
        post.put("holderSubject", ADMINISTRATOR);
        post.put("validFrom", "2000-01-01");
        post.putArray("absences");
        events.tell("plans.post.v1", id(POST, 0), 0, post);
        introduce(members, reached);
    }

    UUID root() {
        return id(UNIT, UNITS);
    }

    private void introduce(int members, int reached) {
        for (int i = 0; i < UNITS; i++) {
            unit(i, "Chi bộ " + i, "zz%08x/%05d/".formatted((int) run, i), "CELL");
        }
        for (int i = 0; i < members; i++) {
            var member = state(id(MEMBER, i));
            member.put("holderIssuer", "https://bench.test");
            member.put("holderSubject", id(MEMBER, i).toString());
            member.put("language", "vi");
            if (i < reached) member.put("email", "member-" + i + "@bench.test");
            events.tell("registrations.member-contact.v1", id(MEMBER, i), 0, member);
        }
        events.flush();
    }

    private void unit(int number, String name, String path, String kind) {
        var unit = state(id(UNIT, number));
        unit.put("code", "B-" + id(UNIT, number));
        unit.put("name", name);
        unit.put("kind", kind);
        unit.put("hierarchy", "PARTY");
        unit.put("path", path);
        unit.put("validFrom", "2000-01-01");
        events.tell("plans.organisation.v1", id(UNIT, number), 0, unit);
    }

    /// Something that units owe later, of which other systems hear.
    void assign(int number, LocalDate lastDay) {
        for (int i = 0; i < number; i++) {
            var assignment = state(id(ASSIGNMENT, i));
            assignment.put(
                    "planId",
                    UUID.nameUUIDFromBytes(plan.toString().getBytes(UTF_8)).toString());
            assignment.put("obligationId", obligation.toString());
            assignment.put("organisationId", id(UNIT, i % UNITS).toString());
            assignment.put("kind", "STUDY_MATERIAL");
            assignment.put("opens", "ASSIGNMENT");
            assignment.put("subject", "Tài liệu học tập");
            assignment.put("occurrence", Integer.toString(lastDay.getYear()));
            assignment.put("openedAt", "2024-01-15T01:00:00Z");
            assignment.put("dueDay", lastDay.toString());
            assignment.put(
                    "dueAt",
                    lastDay.plusDays(1).atStartOfDay(VIETNAM).toInstant().toString());
            assignment.put("requiredCount", 1);
            assignment.put("recordedCount", 0);
            assignment.put("accepted", false);
            events.tell("plans.assignment.v1", id(ASSIGNMENT, i), 0, assignment);
        }
        events.flush();
    }

    void owe(int members, LocalDate lastDay) {
        var dueAt = lastDay.plusDays(1).atStartOfDay(VIETNAM).toInstant().toString();
        for (int i = 0; i < members; i++) {
            var unit = id(UNIT, i % UNITS).toString();
            var owed = state(id(REGISTRATION, i));
            owed.put("campaignId", campaign.toString());
            owed.put("planId", plan.toString());
            owed.put("obligationId", obligation.toString());
            owed.put("memberId", id(MEMBER, i).toString());
            owed.put("organisationId", unit);
            owed.putArray("organisationIds").add(unit);
            owed.put("status", "OWED");
            owed.put("owedAt", "2024-01-15T01:00:00Z");
            owed.put("dueAt", dueAt);
            events.tell("registrations.registration.v1", id(REGISTRATION, i), 0, owed);
        }
        events.flush();
    }

    private static ObjectNode state(UUID id) {
        return JsonNodeFactory.instance.objectNode().put("id", id.toString());
    }

    private UUID id(int sort, int number) {
        return new UUID(FIRST | (long) sort << 36, run ^ number);
    }

    @Override
    public void close() {
        events.close();
    }
}
