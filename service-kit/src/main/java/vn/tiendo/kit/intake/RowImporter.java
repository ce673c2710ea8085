package vn.tiendo.kit.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;

/// Takes in rows of one subject. Make it an `@ApplicationScoped` bean.
public interface RowImporter {

    /// Names the subject, such as `organisations`; unique within the service.
    String subject();

    /// Who may send a file; what each row may do is judged with the row.
    default Set<Role> senders() {
        return Set.of(Role.ADMINISTRATOR);
    }

    /// Whether no row refers to another one: files of such a subject may be large, because they are taken in as they
    /// stand, without all of their rows in memory.
    default boolean standAlone() {
        return false;
    }

    List<String> required();

    List<String> optional();

    /// What the row is called among the rows of its file; nothing is looked up.
    Identity identify(ImportRow row);

    /// Takes a batch in inside the transaction that stores its outcomes, with a number of statements that does not
    /// depend on the number of rows.
    ///
    /// @return one outcome per row, in their order
    List<RowOutcome> take(Batch batch);

    /// @param key no two rows may share it; empty when the row says too little
    /// @param name what other rows call it
    /// @param refersTo the name of the row that has to go before, if any
    record Identity(String key, String name, @Nullable String refersTo) {}

    /// @param actor with the posts held now, not those held when the file was sent
    record Batch(List<ImportRow> rows, boolean dryRun, Actor actor, EarlierRows earlier) {}

    /// Looks up what became of rows of the same import, by name, in one statement; those rejected come last.
    @FunctionalInterface
    interface EarlierRows {
        Map<String, List<EarlierRow>> named(Set<String> names);
    }

    /// @param memo what was kept of an accepted row
    record EarlierRow(
            int number, boolean rejected, @Nullable String memo) {}
}
