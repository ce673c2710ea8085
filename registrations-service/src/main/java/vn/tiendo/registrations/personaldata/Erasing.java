package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
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
    EntityManager entities;

    @Transactional(Transactional.TxType.MANDATORY)
    void erase(UUID member) {
        var everything = members.idsOf(member);
        var importedAs = members.erase(member);
        tables.all().forEach(table -> rows.destroy(table, everything));
        rows.destroyAnswersNaming(everything);
        destroyImportedRows(importedAs);
    }

    /// Rejected rows are kept for whoever sent them; accepted ones have no cells any more.
    private void destroyImportedRows(List<String> names) {
        if (!names.isEmpty()) {
            entities.createNativeQuery("delete from table_import_row where name = any(?1)")
                    .setParameter(1, names.toArray(String[]::new))
                    .executeUpdate();
        }
    }
}
