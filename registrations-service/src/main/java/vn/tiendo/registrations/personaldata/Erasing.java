package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.registrations.member.ImportedRows;
import vn.tiendo.registrations.member.ImportedRows.Marks;
import vn.tiendo.registrations.member.MemberSubjects;

/// Destroys what tells who somebody was, everywhere at once. Ids, facts and instants stay: numbers of the past remain
/// true, and the audit trail, which never held a name, is not touched.
@ApplicationScoped
class Erasing {

    @Inject
    MemberSubjects members;

    @Inject
    PersonalTables tables;

    @Inject
    PersonalRows rows;

    @Inject
    ImportedRows importedRows;

    @Transactional(Transactional.TxType.MANDATORY)
    void erase(UUID member) {
        eraseAll(List.of(member));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void eraseAll(List<UUID> persons) {
        var answered = new ArrayList<UUID>();
        importedRows.forget(
                persons.stream().map(person -> destroy(person, answered)).toList());
        if (!answered.isEmpty()) {
            rows.destroyAnswersNaming(answered);
        }
    }

    private Marks destroy(UUID member, List<UUID> answered) {
        var everything = members.idsOf(member);
        answered.addAll(rows.idsOfRows(tables.all(), everything));
        var marks = members.erase(member);
        tables.all().forEach(table -> rows.destroy(table, everything));
        return marks;
    }
}
