package vn.tiendo.registrations.personaldata;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table with rows about persons: how they are found, and its columns.
///
/// @param ofMembers a condition with one placeholder, the array of the person's ids
/// @param ofRegistrations the same for ids of registrations; null where the rows hang on none
record PersonalTable(
        String name, String ofMembers, @Nullable String ofRegistrations, List<Column> columns) {

    /// @param type as PostgreSQL names it
    record Column(String name, String type, boolean nullable) {

        boolean isText() {
            return type.equals("text") || type.startsWith("json");
        }
    }

    /// Whether audit records may be about its rows.
    boolean hasId() {
        return columns.stream().anyMatch(column -> column.name().equals("id"));
    }

    /// Columns that tell about the person, and what stands there after an erasure.
    List<String> emptying() {
        return columns.stream().flatMap(column -> emptied(column).stream()).toList();
    }

    /// Columns whose emptiness says that the row has been gone through.
    List<String> emptiable() {
        return columns.stream()
                .filter(column -> column.nullable() && emptied(column).isPresent())
                .map(Column::name)
                .toList();
    }

    private Optional<String> emptied(Column column) {
        return PersonalColumns.emptied(name, column).map(nothing -> column.name() + " = " + nothing);
    }
}
