package vn.tiendo.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.intake.ImportApi.ImportView;
import vn.tiendo.kit.intake.ImportProblem.ImportsBusy;
import vn.tiendo.kit.intake.RowImporter.Identity;
import vn.tiendo.kit.intake.RowOrder.Rank;
import vn.tiendo.kit.intake.RowOutcome.Rejected;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.table.TableFormat;
import vn.tiendo.kit.table.TableRow;

/// Stores large files whose rows stand alone, batch by batch from disk; [TableImporting] takes them in like all others.
///
/// In memory are one batch and a short digest per row, by which rows that are twice there are found.
@ApplicationScoped
public class LargeImports {

    /// Bytes of such a file, at most.
    public static final long LARGEST_FILE = 64L * 1024 * 1024;

    static final int MOST_ROWS = 300_000;
    private static final int AT_ONCE = 2_000;
    private static final Rank FREE = new Rank(0, null);

    private final Semaphore receiving = new Semaphore(2);
    private final Semaphore reading = new Semaphore(1);

    @Inject
    TableImportRepository imports;

    @Inject
    ImportRowRepository rows;

    @Inject
    BackgroundTasks background;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Takes the bytes of a file in, of few at once, so that they have room on the disk; before they come, it
    /// is asked who sends them.
    ///
    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired for who may send no such file (403)
    public ReceivedTable receive(RowImporter importer, InputStream body, Actor actor) {
        ImportService.anyPostOf(importer.senders(), actor);
        if (!receiving.tryAcquire()) {
            throw new ImportsBusy();
        }
        try {
            return ReceivedTable.of(body);
        } finally {
            receiving.release();
        }
    }

    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired for who may send no such file (403)
    @Transactional
    public ImportView submit(
            RowImporter importer, TableFormat format, ReceivedTable received, boolean dryRun, Actor actor) {
        if (!importer.standAlone()) {
            throw new IllegalStateException("Rows of " + importer.subject() + " depend on each other");
        }
        var post = ImportService.anyPostOf(importer.senders(), actor);
        if (!reading.tryAcquire()) {
            throw new ImportsBusy();
        }
        try {
            var columns = new ArrayList<>(importer.required());
            columns.addAll(importer.optional());
            var submitted = new TableImport(importer.subject(), actor, dryRun, columns, 0, 0, clock.instant());
            imports.persist(submitted);
            var storing = new Storing(importer, submitted, columns);
            format.readRows(received.file(), MOST_ROWS, importer.required(), importer.optional(), storing::take);
            storing.end();
            imports.update(submitted);
            var view = ImportView.of(submitted);
            audit.record(actor, post, "import-" + importer.subject(), "table-import", submitted.id(), null, view);
            background.wake(TableImporting.NAME);
            return view;
        } finally {
            reading.release();
        }
    }

    /// One file on its way into the table of rows.
    private final class Storing {

        private final RowImporter importer;
        private final TableImport made;
        private final List<String> columns;
        private final List<TableRow> some = new ArrayList<>();
        private final Map<UUID, Integer> firstOf = new HashMap<>();
        private final Map<UUID, List<Integer>> twice = new LinkedHashMap<>();

        Storing(RowImporter importer, TableImport made, List<String> columns) {
            this.importer = importer;
            this.made = made;
            this.columns = columns;
        }

        void take(TableRow row) {
            some.add(row);
            if (some.size() == AT_ONCE) {
                store();
            }
        }

        private void store() {
            var identities = some.stream()
                    .map(row -> importer.identify(new ImportRow(row.number(), byColumn(row.cells()), row.fault())))
                    .toList();
            for (int i = 0; i < identities.size(); i++) {
                remember(identities.get(i), some.get(i).number());
            }
            rows.store(
                    made.id(),
                    some,
                    identities,
                    identities.stream().map(each -> FREE).toList());
            made.counts(some.size(), 0);
            some.clear();
        }

        private void remember(Identity identity, int number) {
            if (identity.key().isEmpty()) {
                return;
            }
            var digest = UUID.nameUUIDFromBytes(identity.key().getBytes(StandardCharsets.UTF_8));
            @Nullable Integer first = firstOf.putIfAbsent(digest, number);
            if (first != null) {
                twice.computeIfAbsent(digest, key -> new ArrayList<>(List.of(first)))
                        .add(number);
            }
        }

        private Map<String, String> byColumn(List<String> cells) {
            var byColumn = new HashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                byColumn.put(columns.get(i), cells.get(i));
            }
            return byColumn;
        }

        void end() {
            if (!some.isEmpty()) {
                store();
            }
            var refused = new HashMap<Integer, Rejected>();
            twice.values().forEach(numbers -> {
                var why = RowOrder.twice(numbers);
                numbers.forEach(number -> refused.put(number, why));
            });
            if (!refused.isEmpty()) {
                rows.reject(made.id(), refused);
                made.counts(0, refused.size());
            }
        }
    }
}
