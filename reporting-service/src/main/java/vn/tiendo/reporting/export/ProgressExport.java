package vn.tiendo.reporting.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.progress.ProgressTable;
import vn.tiendo.reporting.progress.ProgressTable.Row;

/// Writes the progress table of an organisation: itself first, then its direct children, worst first.
@ApplicationScoped
class ProgressExport {

    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("Mã đơn vị", "Đơn vị", "Loại đơn vị", "Tính đến ngày"), ProgressTable.COLUMNS.stream())
            .toList();

    @Inject
    ProgressTable table;

    @Inject
    EntityManager entities;

    record Whole(Row own, LocalDate asOf, List<Row> children) {}

    /// Reads all pages as they are at one moment: children change places while others count. Kept in memory, for an
    /// organisation has at most some thousand direct children, and no transaction waits for a slow reader.
    @Transactional
    Whole read(UUID plan, UUID organisation, @Nullable LocalDate asOf) {
        entities.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        var first = table.page(plan, organisation, asOf, null);
        var children = new ArrayList<>(first.children());
        var next = first.next();
        while (next != null) {
            var page = table.page(plan, organisation, first.asOf(), next);
            children.addAll(page.children());
            next = page.next();
        }
        return new Whole(first.own(), first.asOf(), children);
    }

    static void write(Whole progress, RowSink sink) throws IOException {
        sink.add(cells(progress.own, progress.asOf));
        for (var child : progress.children) {
            sink.add(cells(child, progress.asOf));
        }
    }

    private static List<@Nullable Object> cells(Row row, LocalDate asOf) {
        var cells = new ArrayList<@Nullable Object>(List.of(row.code(), row.name(), row.kind(), asOf));
        cells.addAll(row.numbers());
        return cells;
    }
}
