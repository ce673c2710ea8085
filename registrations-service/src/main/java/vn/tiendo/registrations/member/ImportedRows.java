package vn.tiendo.registrations.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.problem.DomainProblem;

/// Finds what rows of imports still say of a person.
///
/// Cells are kept where somebody has to correct them, and what was refused may be called by anything: a number, an
/// account, a name. So it is the cells that are looked into, whatever the row is called.
@ApplicationScoped
public class ImportedRows {

    private static final int AT_ONCE = 500;
    private static final String SEPARATOR = "\t";

    @Inject
    NaturalKeys keys;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    /// By what a row tells who is meant: numbers as their hashes, accounts, names with birth dates.
    public record Marks(Set<String> all) {

        static Marks of(Stream<Member> records) {
            return new Marks(records.flatMap(member -> Stream.of(
                            KnownMembers.key(member.cardHash()),
                            KnownMembers.key(member.nationalIdHash()),
                            KnownMembers.account(member.identityIssuer(), member.identitySubject()),
                            KnownMembers.namesake(member.nameKey(), member.birthDate()),
                            member.nameKey()))
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .filter(mark -> !mark.isEmpty())
                    .collect(Collectors.toSet()));
        }
    }

    /// Rows that were refused or given up, in one pass over them however many persons there are, and what was taken in
    /// under one of the numbers.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<Marks> persons) {
        var marks = persons.stream().flatMap(each -> each.all().stream()).collect(Collectors.toSet());
        if (marks.isEmpty()) {
            return;
        }
        session.flush();
        session.doWork(connection -> {
            var imports = new ArrayList<UUID>();
            var numbers = new ArrayList<Integer>();
            try (var select = connection.prepareStatement("""
                select r.import_id, r.number, i.column_names, r.cells
                  from table_import_row r join table_import i on i.id = r.import_id
                 where i.subject = 'members' and r.cells <> '[]'
                   and (r.outcome = 'REJECTED' or i.completed_at is not null)\
                """)) {
                select.setFetchSize(AT_ONCE);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        if (!Collections.disjoint(marks, marksOf(row))) {
                            imports.add(row.getObject(1, UUID.class));
                            numbers.add(row.getInt(2));
                        }
                    }
                }
            }
            try (var delete = connection.prepareStatement("""
                delete from table_import_row r
                 where (r.import_id, r.number) in (select * from unnest(?::uuid[], ?::int[])) or r.name = any(?)\
                """)) {
                delete.setArray(1, connection.createArrayOf("uuid", imports.toArray()));
                delete.setArray(2, connection.createArrayOf("int4", numbers.toArray()));
                delete.setArray(3, connection.createArrayOf("text", marks.toArray()));
                delete.executeUpdate();
            }
        });
    }

    private Set<String> marksOf(ResultSet kept) throws SQLException {
        var columns = kept.getString(3).split(SEPARATOR);
        var cells = cells(kept.getString(4));
        var byColumn = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            byColumn.put(columns[i], cells.get(i));
        }
        var row = new ImportRow(kept.getInt(2), byColumn, null);
        var hashes = keys.of(row.cell("cardNumber"), row.cell("nationalId"));
        var marks = new HashSet<@Nullable String>();
        marks.add(KnownMembers.key(hashes.card()));
        marks.add(KnownMembers.key(hashes.nationalId()));
        if (!row.cell("identitySubject").isEmpty()) {
            marks.add(KnownMembers.account(row.cell("identityIssuer"), row.cell("identitySubject")));
        }
        marks.add(nameOf(row));
        return marks.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /// A name with no birth date that can be read may be that of anybody of the name.
    private static String nameOf(ImportRow row) {
        var name = new PersonName(row.cell("name")).searchKey();
        try {
            return KnownMembers.namesake(name, row.day("birthDate"));
        } catch (DomainProblem unreadable) {
            return name;
        }
    }

    private List<String> cells(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A row of an import cannot be read as JSON", defect);
        }
    }
}
