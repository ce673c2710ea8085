package vn.tiendo.reporting.board;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.progress.Counted;
import vn.tiendo.reporting.progress.CountedAssignment;
import vn.tiendo.reporting.progress.CountedRegistration;
import vn.tiendo.reporting.progress.CountingService;
import vn.tiendo.reporting.progress.KnownPlans;
import vn.tiendo.reporting.progress.Source;

/// A town in the spring of 2024, with units that do well and units that do not.
final class BoardScene {

    static final String HOSTILE = "Chi bộ <img src=x onerror=alert(1)>";

    private static final List<String> UNITS = List.of(
            "Đảng ủy phường Phước Hội",
            "Đảng ủy phường Phước Lộc",
            "Đảng ủy phường Tân An",
            "Đảng ủy phường Tân Thiện",
            "Đảng ủy phường Bình Tân",
            "Đảng ủy xã Tân Bình",
            "Đảng ủy xã Tân Hải",
            "Đảng ủy xã Tân Phước",
            "Đảng ủy xã Tân Tiến",
            "Đảng ủy Công an thị xã",
            "Đảng ủy Quân sự thị xã",
            "Chi bộ Trường THPT Lý Thường Kiệt");
    private static final List<String> KINDS = List.of(
            "STUDY_SESSION",
            "COLLECTIVE_PLAN",
            "THEMATIC_MEETING",
            "RESULT_REPORT",
            "PERIODIC_REPORT",
            "EXEMPLAR_NOMINATION",
            "INSPECTION");
    private static final List<String> DUE =
            List.of("2024-02-28", "2024-03-15", "2024-03-31", "2024-04-10", "2024-04-25", "2024-05-15", "2024-06-15");

    final UUID plan = Uuid7.next();
    final KnownOrganisation town = grow(null, "Thị ủy La Gi");
    final List<KnownOrganisation> units = new ArrayList<>();
    final String officer = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, town));

    private final Random random = new Random(2024);

    BoardScene() {
        UNITS.forEach(name -> units.add(grow(town, name)));
        units.add(grow(town, HOSTILE));
        QuarkusTransaction.requiringNew().run(this::fill);
    }

    private void fill() {
        bean(KnownPlans.class)
                .put(new KnownPlans.Plan(
                        plan,
                        town.id(),
                        "Kế hoạch học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
                        2024,
                        null,
                        day("2024-01-15")));
        var assignments = new ArrayList<Counted>();
        var registrations = new ArrayList<Counted>();
        var campaign = Uuid7.next();
        for (int unit = 0; unit < units.size(); unit++) {
            var diligence = 1 - unit * 0.075;
            for (int i = 0; i < KINDS.size(); i++) {
                assignments.add(assignment(units.get(unit), KINDS.get(i), DUE.get(i), diligence));
            }
            for (int i = 0; i < 30; i++) {
                registrations.add(registration(campaign, units.get(unit), diligence));
            }
        }
        bean(CountingService.class).count(Source.ASSIGNMENT, assignments);
        bean(CountingService.class).count(Source.REGISTRATION, registrations);
    }

    private CountedAssignment assignment(KnownOrganisation unit, String kind, String due, double diligence) {
        var dueAt = Days.endOf(LocalDate.parse(due));
        var early = diligence > 0.8 ? 40 : (int) (8 * diligence);
        var comes = LocalDate.parse(due).plusDays(random.nextInt(9) - early);
        var in = comes.isBefore(LocalDate.of(2024, 5, 2)) && random.nextDouble() < diligence + 0.2;
        var received = in ? Days.startOf(comes).plusSeconds(36_000) : null;
        var accepted = in && random.nextInt(4) > 0;
        return new CountedAssignment(
                Uuid7.next(),
                plan,
                unit.id(),
                kind,
                day("2024-01-15"),
                dueAt,
                received,
                accepted,
                accepted ? received.plusSeconds(3_600) : null,
                null,
                null,
                null);
    }

    private CountedRegistration registration(UUID campaign, KnownOrganisation unit, double diligence) {
        var in = random.nextDouble() < diligence ? day("2024-03-%02d".formatted(1 + random.nextInt(31))) : null;
        return new CountedRegistration(
                Uuid7.next(),
                campaign,
                plan,
                unit.id(),
                day("2024-02-01"),
                day("2024-04-01"),
                in,
                in,
                in == null || random.nextInt(5) == 0 ? null : in.plusSeconds(90_000),
                null,
                in == null && random.nextInt(6) == 0 ? day("2024-02-20") : null,
                null);
    }

    private static Instant day(String day) {
        return Days.startOf(LocalDate.parse(day));
    }

    private static KnownOrganisation grow(@Nullable KnownOrganisation parent, String name) {
        var id = Uuid7.next();
        var organisation = new KnownOrganisation(
                id,
                "B" + id,
                name,
                "GRASSROOTS_COMMITTEE",
                parent == null ? null : parent.id(),
                (parent == null ? "" : parent.path()) + "b" + id.toString().substring(24) + "/",
                TestTree.LONG_AGO,
                null);
        QuarkusTransaction.requiringNew().run(() -> bean(ReachRepository.class).put(organisation));
        return organisation;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
