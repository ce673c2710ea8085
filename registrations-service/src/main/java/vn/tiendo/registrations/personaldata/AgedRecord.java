package vn.tiendo.registrations.personaldata;

import java.util.function.Function;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.Retention;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.Rule;

/// Records about persons whose words go by their own age, counted from the end of the year that they are of. Who was
/// rated, reviewed, praised or exempted, when, and with what result stays, and so do the numbers.
enum AgedRecord {
    RATING("rating", "member_id is not null and year < ?1", Retention::ratings),
    REVIEW("member_review", "year < ?1", Retention::reviews),
    NOMINATION("nomination", "nominee_member_id is not null and year < ?1", Retention::nominations),
    GOOD_DEED("good_deed", "doer_member_id is not null and done_on < make_date(?1, 1, 1)", Retention::goodDeeds),
    EXEMPTION("exemption", "ended_at < make_timestamptz(?1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')", Retention::exemptions);

    private final String table;
    private final String aged;
    private final Function<Retention, Rule> rule;

    /// @param aged a condition with one placeholder, the first year of which the words are still kept
    AgedRecord(String table, String aged, Function<Retention, Rule> rule) {
        this.table = table;
        this.aged = aged;
        this.rule = rule;
    }

    String table() {
        return table;
    }

    String aged() {
        return aged;
    }

    Rule rule(Retention retention) {
        return rule.apply(retention);
    }

    /// As audit records call it.
    String subject() {
        return table.replace('_', '-');
    }
}
