package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.execute;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.registrations.Scene;

/// What was written about persons goes when its own time has come, though they are members still.
@QuarkusTest
class RetentionTest {

    private static final List<String> OF_MEMBER = List.of(
            "rating where member_id",
            "member_review where member_id",
            "nomination where nominee_member_id",
            "good_deed where doer_member_id",
            "exemption where member_id");

    @Inject
    Retention retention;

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String words = "hoàng yến " + UUID.randomUUID();
    private UUID member;

    @BeforeEach
    void a_year_about_which_everything_says_the_same_words() {
        var person = scene.aMember(cell);
        var year = new CanaryYear(words, scene, cell);
        year.exempt(registrationOf(person, scene.open(cell)));
        year.review(person);
        year.rate(person);
        year.praise(person);
        year.nominate(person);
        member = person.id();
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void words_of_records_that_are_old_enough_go_and_the_facts_stay() {
        for (var table : OF_MEMBER) {
            assertThat(saying(table)).as(table).isPositive();
        }
        execute("update rating set year = 2001 where member_id = ?1", member);
        execute("update member_review set year = 2001 where member_id = ?1", member);
        execute("update nomination set year = year - 23 where nominee_member_id = ?1", member);
        execute("update good_deed set done_on = date '2001-05-01' where doer_member_id = ?1", member);
        execute("update exemption set ended_at = timestamptz '2001-05-01T00:00:00Z' where member_id = ?1", member);
        pass();
        for (var table : OF_MEMBER) {
            assertThat(saying(table)).as(table).isZero();
        }
        assertThat(query(
                        "select decided_grade || ' ' || status from rating where member_id = ?1", String.class, member))
                .containsExactly("COMPLETED FINAL");
        assertThat(count(
                        "select count(*) from nomination where nominee_member_id = ?1 and commended_at is not null",
                        member))
                .isOne();
        assertThat(count("select count(*) from good_deed where doer_member_id = ?1 and roll_number = 1", member))
                .isOne();
        assertThat(count("select count(*) from exemption where member_id = ?1 and end_kind = 'REVOKED'", member))
                .isOne();
        assertThat(count(
                        "select count(*) from audit_record a join rating r on r.id = a.subject_id"
                                + " where r.member_id = ?1 and a.action = 'expire-rating-text'",
                        member))
                .isOne();
    }

    @Test
    void what_is_younger_is_kept() {
        pass();
        for (var table : OF_MEMBER) {
            assertThat(saying(table)).as(table).isPositive();
        }
    }

    private void pass() {
        while (QuarkusTransaction.requiringNew().call(() -> retention.pass())) {
            assertThat(count("select count(*) from member")).isPositive();
        }
    }

    private long saying(String table) {
        var of = table.split(" ");
        return count(
                "select count(*) from " + of[0] + " t where " + of[2] + " = ?1 and t::text like ?2",
                member,
                "%" + words + "%");
    }
}
