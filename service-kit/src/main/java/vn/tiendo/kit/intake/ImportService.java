package vn.tiendo.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.intake.ImportApi.ImportView;
import vn.tiendo.kit.intake.ImportApi.ImportWithOutcomes;
import vn.tiendo.kit.intake.ImportApi.Outcome;
import vn.tiendo.kit.intake.ImportApi.RowView;
import vn.tiendo.kit.intake.ImportProblem.ImportsBusy;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.table.FailedRows;
import vn.tiendo.kit.table.Table;
import vn.tiendo.kit.table.TableFormat;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;

/// Stores files for [TableImporting] and tells how far they have come.
@ApplicationScoped
public class ImportService {

    /// A file of 10 MB needs some 100 MB while it is read.
    private static final int READ_AT_A_TIME = 2;

    /// Bytes of a file of rows, at most.
    public static final long LARGEST_FILE = 10L * 1024 * 1024;

    private static final int ROWS_AT_ONCE = 1_000;

    private final Semaphore reading = new Semaphore(READ_AT_A_TIME);

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

    /// @throws KitProblem.RoleRequired for who may send no such file (403); what each row may do is judged with the row
    @Transactional
    public ImportView submit(RowImporter importer, TableFormat format, byte[] file, boolean dryRun, Actor actor) {
        var post = anyPostOf(importer.senders(), actor);
        var table = read(importer, format, file);
        var asRows = table.rows().stream()
                .map(row -> new ImportRow(row.number(), byColumn(table, row.cells()), row.fault()))
                .toList();
        var identities = asRows.stream().map(importer::identify).toList();
        var ranks =
                RowOrder.of(identities, asRows.stream().map(ImportRow::number).toList());
        var submitted = new TableImport(
                importer.subject(),
                actor,
                dryRun,
                table.columns(),
                asRows.size(),
                (int) ranks.stream().filter(rank -> rank.rejected() != null).count(),
                clock.instant());
        imports.persist(submitted);
        rows.store(submitted.id(), table.rows(), identities, ranks);
        var view = ImportView.of(submitted);
        audit.record(actor, post, "import-" + importer.subject(), "table-import", submitted.id(), null, view);
        background.wake(TableImporting.NAME);
        return view;
    }

    static HeldPost anyPostOf(Set<Role> senders, Actor actor) {
        return actor.posts().stream()
                .filter(post -> senders.contains(post.role()))
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired(senders.stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    private Table read(RowImporter importer, TableFormat format, byte[] file) {
        if (!reading.tryAcquire()) {
            throw new ImportsBusy();
        }
        try {
            return format.read(file).arranged(importer.required(), importer.optional());
        } finally {
            reading.release();
        }
    }

    private static Map<String, String> byColumn(Table table, List<String> cells) {
        var byColumn = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(table.columns().get(i), cells.get(i));
        }
        return byColumn;
    }

    public Page<ImportView> list(RowImporter importer, Actor actor, PageRequest page) {
        return Page.of(imports.of(actor, importer.subject(), page), page, found -> new Cursor("", found.id()))
                .map(ImportView::of);
    }

    public ImportWithOutcomes get(
            RowImporter importer,
            UUID id,
            @Nullable Outcome outcome,
            Actor actor,
            PageRequest page,
            List<Locale> languages) {
        var found = imports.get(id, importer.subject(), actor);
        var some = Page.of(
                        rows.page(found, nameOf(outcome), after(page), page.lookFor()),
                        page,
                        row -> new Cursor(Integer.toString(row.number()), id))
                .map(row -> RowView.of(row, languages));
        return ImportWithOutcomes.of(ImportView.of(found), some.items(), some.nextCursor());
    }

    private static @Nullable String nameOf(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static int after(PageRequest page) {
        try {
            return page.after().map(Cursor::key).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }

    /// CSV in UTF-8 with the reasons, as it is read, some rows at a time.
    public void writeFailedRows(
            RowImporter importer, UUID id, Actor actor, List<Locale> languages, OutputStream bytes) {
        var found = imports.get(id, importer.subject(), actor);
        try {
            var out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            var failed = new FailedRows(out, found.columns());
            int after = 0;
            for (var some = rows.page(found, Outcome.REJECTED.name(), after, ROWS_AT_ONCE);
                    !some.isEmpty();
                    some = rows.page(found, Outcome.REJECTED.name(), after, ROWS_AT_ONCE)) {
                for (var row : some) {
                    failed.add(
                            row.number(),
                            row.cells(),
                            Objects.requireNonNull(row.code()),
                            Objects.requireNonNull(row.reason(languages)));
                }
                after = some.getLast().number();
            }
            failed.flush();
        } catch (IOException gone) { // whoever asked has hung up
            throw new UncheckedIOException(gone);
        }
    }
}
