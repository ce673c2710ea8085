package vn.tiendo.registrations.personaldata;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tiendo.registrations.personaldata.PersonalTable.Column;

/// Which columns are facts that the law lets one keep, and which tell about a person and go with it.
///
/// Texts go unless they are named here as facts, so that what nobody thought of is destroyed rather than kept. A test
/// asks that every text of the database is named on one side or the other.
final class PersonalColumns {

    /// Codes, keys, places, numbers of decisions, and who acted: nothing that a person wrote or that was written of it.
    static final Set<String> FACTS = Set.of(
            "act",
            "basis",
            "category",
            "channel",
            "complaint",
            "decided_grade",
            "decision",
            "decision_number",
            "end_kind",
            "exempt_basis",
            "exempt_decision_number",
            "exempt_ground",
            "form",
            "ground",
            "kind",
            "item",
            "language",
            "memberships",
            "occurrence",
            "organisation_path",
            "proposed_grade",
            "purpose",
            "rejected_from",
            "rule",
            "side",
            "state",
            "status",
            "subject",
            "terms_source",
            "type");

    /// Texts that go.
    static final Set<String> TEXTS = Set.of(
            "achievement",
            "appraisal",
            "cancellation_reason",
            "collective_comment",
            "comment",
            "complaint_text",
            "content",
            "correction",
            "decision_reason",
            "deed",
            "end_reason",
            "evidence",
            "examination",
            "exemplary_conduct",
            "extension_reason",
            "file_name",
            "follow",
            "follow_up",
            "identity_issuer",
            "identity_subject",
            "items",
            "lifting_reason",
            "no_self_score_reason",
            "note",
            "outcome",
            "reason",
            "rejection_reason",
            "return_reason",
            "self_note",
            "study",
            "summary",
            "text",
            "title",
            "verification",
            "wish");

    /// Rows that are nothing but a person's files go as a whole, see [PersonalFiles].
    private static final Set<String> GOING = Set.of("registration_file");

    /// References to files.
    private static final Set<String> FILES = Set.of("scan_id", "file_ids", "evidence_ids");

    /// What is read as JSON stays readable.
    private static final Map<String, String> NOTHING = Map.of("content", "'{}'", "items", "'[]'");

    private PersonalColumns() {}

    static boolean goesAsAWhole(String table) {
        return GOING.contains(table);
    }

    static boolean isFact(String column) {
        return FACTS.contains(column) || column.endsWith("_by") || column.endsWith("_path");
    }

    /// What takes the place of the column's value; empty for what stays.
    static Optional<String> emptied(String table, Column column) {
        if (table.equals("member")) {
            return Optional.empty(); // erased by its aggregate, which publishes that its contact is gone
        }
        if (FILES.contains(column.name())) {
            return Optional.of(column.nullable() ? "null" : "'{}'");
        }
        if (!column.isText() || isFact(column.name())) {
            return Optional.empty();
        }
        return Optional.of(column.nullable() ? "null" : NOTHING.getOrDefault(column.name(), "''"));
    }
}
