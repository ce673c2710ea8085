package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.personaldata.PersonalTable.Column;

/// Every table that names members or registrations, as the database has them: what is added to it is exported
/// and erased without anybody having to think of it.
@ApplicationScoped
class PersonalTables {

    /// Work to be done, gone once it is, and pairs that are as much about somebody else; no more than ids and days.
    private static final Set<String> TECHNICAL = Set.of("membership_look", "possible_duplicate");

    private static final String OF_REGISTRATIONS = "registration_id = any(?)";

    /// How rows of a person are found, by the column that says so; the first that a table has counts.
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("member_id", "member_id = any(?)");
        WAYS.put("survivor_id", "survivor_id = any(?)");
        WAYS.put("nominee_member_id", "nominee_member_id = any(?)");
        WAYS.put("doer_member_id", "doer_member_id = any(?)");
        WAYS.put("registration_id", "registration_id in (select id from registration where member_id = any(?))");
    }

    @Inject
    Session session;

    private volatile @Nullable List<PersonalTable> found;

    /// The member first, the others by name.
    List<PersonalTable> all() {
        var known = found;
        if (known == null) {
            known = look();
            found = known;
        }
        return known;
    }

    PersonalTable named(String name) {
        return all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No table of persons is called " + name));
    }

    private List<PersonalTable> look() {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select c.table_name, c.column_name, c.data_type, c.is_nullable = 'YES'
                  from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                 order by c.table_name <> 'member', c.table_name, c.ordinal_position\
                """);
                    var rows = select.executeQuery()) {
                var tables = new LinkedHashMap<String, List<Column>>();
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                            .add(new Column(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
                }
                return tables.entrySet().stream()
                        .filter(table -> !TECHNICAL.contains(table.getKey()))
                        .flatMap(table -> personal(table.getKey(), table.getValue()).stream())
                        .toList();
            }
        });
    }

    private static List<PersonalTable> personal(String name, List<Column> columns) {
        if (name.equals("member")) {
            return List.of(new PersonalTable(name, "id = any(?)", null, columns));
        }
        var names = columns.stream().map(Column::name).toList();
        var ofRegistrations = name.equals("registration")
                ? "id = any(?)"
                : names.contains("registration_id") ? OF_REGISTRATIONS : null;
        return WAYS.entrySet().stream()
                .filter(way -> names.contains(way.getKey()))
                .limit(1)
                .map(way -> new PersonalTable(name, way.getValue(), ofRegistrations, columns))
                .toList();
    }
}
