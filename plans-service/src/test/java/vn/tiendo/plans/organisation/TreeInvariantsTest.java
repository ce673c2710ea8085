package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.organisation.RestructuringFixtures.aCode;
import static vn.tiendo.plans.organisation.RestructuringFixtures.carriedOut;
import static vn.tiendo.plans.organisation.RestructuringFixtures.create;
import static vn.tiendo.plans.organisation.RestructuringFixtures.decide;
import static vn.tiendo.plans.organisation.RestructuringFixtures.dissolve;
import static vn.tiendo.plans.organisation.RestructuringFixtures.merge;
import static vn.tiendo.plans.organisation.RestructuringFixtures.move;
import static vn.tiendo.plans.organisation.RestructuringFixtures.ref;
import static vn.tiendo.plans.organisation.RestructuringFixtures.rename;
import static vn.tiendo.plans.organisation.RestructuringFixtures.split;
import static vn.tiendo.plans.organisation.RestructuringFixtures.tree;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

/// Random decisions, with effective days in any order, against a model that knows parents only: on every day that was
/// ever named, and the day before, the tree that is answered is the model's.
@QuarkusTest
class TreeInvariantsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 24;
    private static final int DECISIONS = 30;

    /// Who stands under whom, for each of the days.
    private final List<Map<UUID, UUID>> days = new ArrayList<>();

    private Unit province;
    private Random random;
    private int accepted;

    @AfterEach
    void backToNow() {
        TestClock.setBack();
        SizeForTests.asConfigured();
    }

    /// What was accepted because it fits at the organisations that it names, fits as a whole.
    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void nor_is_it_otherwise_when_everything_is_carried_out_in_the_background(long seed) {
        SizeForTests.largeAbove(0);
        the_tree_of_every_day_is_whole_whatever_is_decided(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_tree_of_every_day_is_whole_whatever_is_decided(long seed) {
        TestClock.setTo(LocalDateTime.of(2025, 7, 15, 8, 0));
        random = new Random(seed);
        grow();
        for (int i = 0; i < DECISIONS; i++) {
            decideSomething();
        }
        assertThat(accepted)
                .as("enough decisions fit for this to mean something")
                .isGreaterThan(5);
        for (int day = 0; day < DAYS; day++) {
            assertThat(tree(province, FIRST.plusDays(day).toString()))
                    .as("seed %d, day %s", seed, FIRST.plusDays(day))
                    .isEqualTo(days.get(day));
        }
        theDatabaseIsConsistent();
    }

    private void grow() {
        province = aProvince();
        var parents = new HashMap<UUID, UUID>();
        parents.put(province.id(), province.parentId());
        var units = new ArrayList<>(List.of(province.id()));
        for (int i = 0; i < 10; i++) {
            var parent = any(units);
            var unit = aUnit(parent, "GRASSROOTS_COMMITTEE").id();
            units.add(unit);
            parents.put(unit, parent);
        }
        IntStream.range(0, DAYS).forEach(day -> days.add(new HashMap<>(parents)));
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void decideSomething() {
        var day = random.nextInt(DAYS);
        var effective = FIRST.plusDays(day).toString();
        var standing = new ArrayList<>(days.get(day).keySet().stream().sorted().toList());
        var other = any(standing);
        standing.remove(province.id());
        if (standing.isEmpty()) {
            return;
        }
        var one = any(standing);
        var codes = List.of(aCode(), aCode());
        switch (random.nextInt(5)) {
            case 0 -> {
                if (fits(effective, move(one, other))) {
                    from(day, tree -> tree.put(one, other));
                }
            }
            case 1 -> {
                if (fits(effective, merge(ref(other), one))) {
                    from(day, tree -> end(tree, one, other));
                }
            }
            case 2 -> {
                if (fits(effective, dissolve(one))) {
                    var successor = days.get(day).get(one);
                    from(day, tree -> end(tree, one, successor));
                }
            }
            case 3 -> {
                var into = codes.stream()
                        .map(code -> create(code, "Tổ chức mới", "GRASSROOTS_COMMITTEE", other))
                        .toList();
                if (fits(effective, split(one, into))) {
                    var made = codes.stream().map(RestructuringFixtures::idOf).toList();
                    from(day, tree -> {
                        made.forEach(each -> tree.put(each, other));
                        end(tree, one, made.getFirst());
                    });
                }
            }
            default -> fits(effective, rename(one, "Tên " + random.nextInt(1000)));
        }
    }

    @SafeVarargs
    private boolean fits(String effective, Map<String, Object>... acts) {
        var answer = decide(FIRST_ADMINISTRATOR, effective, acts);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 202, 409, 422);
        if (answer.statusCode() > 202) {
            return false;
        }
        assertThat(carriedOut(answer.path("id")).<String>path("status")).isEqualTo("APPLIED");
        accepted++;
        return true;
    }

    private void from(int day, java.util.function.Consumer<Map<UUID, UUID>> act) {
        days.subList(day, DAYS).forEach(act);
    }

    private static void end(Map<UUID, UUID> tree, UUID ended, UUID successor) {
        tree.remove(ended);
        tree.replaceAll((child, parent) -> ended.equals(parent) ? successor : parent);
    }

    /// Of all organisations there are, also those of other tests.
    private static void theDatabaseIsConsistent() {
        none("select id from organisation where parent_id is null offset 1");
        none("""
                select organisation_id from (
                  select organisation_id, valid_from, lag(valid_to) over w as before, row_number() over w as place
                    from organisation_period window w as (partition by organisation_id order by valid_from)) p
                 where place > 1 and (before is null or before + 1 <> valid_from)""");
        none("""
                select o.id from organisation o where o.valid_from <> (
                    select min(valid_from) from organisation_period where organisation_id = o.id)
                  or coalesce(o.valid_to, 'infinity') <> (select max(coalesce(valid_to, 'infinity'))
                    from organisation_period where organisation_id = o.id)""");
        none("""
                select p.id from organisation_period p join organisation_period q on q.organisation_id = p.parent_id
                  and daterange(p.valid_from, p.valid_to, '[]') && daterange(q.valid_from, q.valid_to, '[]')
                 where p.path <> q.path || right(p.path, 5)""");
        none("""
                select p.id from organisation_period p where p.parent_id is not null and not exists (
                  select 1 from organisation_period q where q.organisation_id = p.parent_id
                    and q.valid_from <= p.valid_from and (q.valid_to is null or q.valid_to >= p.valid_from))""");
        none("""
                select o.id from organisation o join organisation_period p on p.organisation_id = o.id
                 where o.valid_to is null and p.valid_to is null
                   and (o.path, o.name, o.code, o.kind, o.parent_id) is distinct from (p.path, p.name, p.code, p.kind, p.parent_id)""");
        none("""
                select o.id from organisation o left join reach_organisation r on r.id = o.id
                 where (o.path, o.name, o.code, o.kind, o.parent_id, o.valid_to)
                   is distinct from (r.path, r.name, r.code, r.kind, r.parent_id, r.valid_to)""");
        none("""
                select o.id from organisation o where o.ended_by is not null and not exists (
                  select 1 from organisation s where s.valid_to is null and s.id <> o.id and s.parent_id is not null
                    and starts_with(o.path, s.path))""");
    }

    private static void none(String sql) {
        assertThat(TestDatabase.ask(sql)).as(sql).isEmpty();
    }
}
