package vn.tiendo.registrations.personaldata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /// With the placeholder of [#ofMembers].
    String selectIds() {
        return "select id from " + name + " where " + ofMembers;
    }

    /// Columns that tell about the person, and what stands there after an erasure.
    List<String> emptying() {
        return columns.stream()
                .flatMap(column -> emptied(column).map(nothing -> column.name() + " = " + nothing).stream())
                .toList();
    }

    /// Columns whose emptiness says that the row has been gone through.
    List<String> emptiable() {
        return columns.stream()
                .filter(column -> column.nullable() && emptied(column).isPresent())
                .map(Column::name)
                .toList();
    }

    /// A condition on rows that still tell something which an emptying takes away.
    String telling() {
        return columns.stream()
                .flatMap(column -> emptied(column).stream()
                        .map(nothing -> column.nullable()
                                ? column.name() + " is not null"
                                : "cast(" + column.name() + " as text) <> " + nothing))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private Optional<String> emptied(Column column) {
        return PersonalColumns.emptied(name, column);
    }
}
