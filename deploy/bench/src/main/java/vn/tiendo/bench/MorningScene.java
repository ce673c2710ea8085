package vn.tiendo.bench;

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

    private final ToldEvents events;
    final UUID plan = UUID.randomUUID();
    private final UUID obligation = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();
    private final long run = plan.getLeastSignificantBits();

    MorningScene(RunningSystem system) {
        events = new ToldEvents(system);
    }

    /// So that somebody can be told, and places have names.
    void introduce(int members) {
        for (int i = 0; i < UNITS; i++) {
            var unit = state(id(UNIT, i));
            unit.put("code", "B-" + id(UNIT, i));
            unit.put("name", "Chi bộ " + i);
            unit.put("kind", "CELL");
            unit.put("hierarchy", "PARTY");
            unit.put("path", "zz%08x/%05d/".formatted((int) run, i));
            unit.put("validFrom", "2000-01-01");
            events.tell("plans.organisation.v1", id(UNIT, i), 0, unit);
        }
        for (int i = 0; i < members; i++) {
            var member = state(id(MEMBER, i));
            member.put("holderIssuer", "https://bench.test");
            member.put("holderSubject", id(MEMBER, i).toString());
            member.put("language", "vi");
            events.tell("registrations.member-contact.v1", id(MEMBER, i), 0, member);
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
