package vn.tiendo.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFaultsTest {

    @Test
    void a_broken_rule_is_known_however_deep_it_lies() {
        var unique = new IllegalStateException(new RuntimeException(new SQLException("x", "23505")));
        assertThat(DatabaseFaults.isBrokenRule(unique)).isTrue();
        assertThat(DatabaseFaults.isBrokenRule(new SQLException("x", "23503"))).isTrue();
    }

    @Test
    void a_collision_a_database_away_and_a_defect_are_no_broken_rules() {
        assertThat(DatabaseFaults.isBrokenRule(new SQLException("x", "40001"))).isFalse();
        assertThat(DatabaseFaults.isBrokenRule(new SQLException("x", "08006"))).isFalse();
        assertThat(DatabaseFaults.isBrokenRule(new IllegalStateException("x"))).isFalse();
        assertThat(DatabaseFaults.isBrokenRule(new SQLException("x"))).isFalse();
    }

    @Test
    void a_value_that_cannot_be_kept_is_no_defect_of_ours() {
        for (var state : new String[] {"22021", "22008", "22007", "22003"}) {
            assertThat(DatabaseFaults.isUnstorableValue(new SQLException("x", state)))
                    .isTrue();
        }
        assertThat(DatabaseFaults.isUnstorableValue(new SQLException("x", "22012")))
                .isFalse();
        assertThat(DatabaseFaults.isUnstorableValue(new SQLException("x"))).isFalse();
    }

    @Test
    void a_collision_and_a_database_away_pass_and_a_broken_rule_does_not() {
        for (var state : new String[] {"40001", "40P01", "55P03", "08006"}) {
            assertThat(DatabaseFaults.passes(new RuntimeException(new SQLException("x", state))))
                    .isTrue();
        }
        assertThat(DatabaseFaults.passes(new SQLException("x", "23505"))).isFalse();
        assertThat(DatabaseFaults.passes(new IllegalStateException("x"))).isFalse();
    }
}
