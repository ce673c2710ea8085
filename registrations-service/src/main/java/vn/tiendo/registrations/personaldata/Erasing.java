package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
        importedRows.forget(persons.stream().map(this::destroy).toList());
    }

    private Marks destroy(UUID member) {
        var everything = members.idsOf(member);
        var marks = members.erase(member);
        tables.all().forEach(table -> rows.destroy(table, everything));
        rows.destroyAnswersNaming(everything);
        return marks;
    }
}
