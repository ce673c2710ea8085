package vn.tiendo.notifications.reminder;

import jakarta.persistence.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a message says of a duty: who owes what by which document.
record Matter(
        @Nullable String organisationName,
        @Nullable String subject,
        @Nullable String obligationKind,
        @Nullable String occurrence,
        @Nullable String planNumber) {

    /// What [#of] reads, of a duty that is called `d` in the statement.
    static final String COLUMNS = """
            o.name, coalesce(d.subject, c.title, b.subject) as subject, d.obligation_kind, d.occurrence,
            nullif(concat_ws('-', k.number, k.symbol), '') as plan_number""";

    static final String JOINS = """
            left join reach_organisation o on o.id = d.organisation_id
            left join known_campaign c on c.id = d.campaign_id
            left join known_obligation b on b.id = d.obligation_id
            left join known_plan k on k.id = d.plan_id""";

    static Matter of(ResultSet row) throws SQLException {
        return new Matter(
                row.getString("name"),
                row.getString("subject"),
                row.getString("obligation_kind"),
                row.getString("occurrence"),
                row.getString("plan_number"));
    }

    static Matter of(Tuple row) {
        return new Matter(
                row.get("name", String.class),
                row.get("subject", String.class),
                row.get("obligation_kind", String.class),
                row.get("occurrence", String.class),
                row.get("plan_number", String.class));
    }

    /// The same seen by a superior, who is named itself.
    Matter of(@Nullable String organisation) {
        return new Matter(organisation, subject, obligationKind, occurrence, planNumber);
    }
}
