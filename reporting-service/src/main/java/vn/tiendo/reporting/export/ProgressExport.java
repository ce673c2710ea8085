package vn.tiendo.reporting.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.progress.ProgressTable;
import vn.tiendo.reporting.progress.ProgressTable.Page;
import vn.tiendo.reporting.progress.ProgressTable.Row;

/// Writes the progress table of an organisation: itself first, then its direct children, worst first, page by page.
@ApplicationScoped
class ProgressExport {

    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("Mã đơn vị", "Đơn vị", "Loại đơn vị", "Tính đến ngày"), ProgressTable.COLUMNS.stream())
            .toList();

    @Inject
    ProgressTable table;

    /// Refuses at once what is out of reach, while there is still an answer to give.
    Page first(UUID plan, UUID organisation, @Nullable LocalDate asOf) {
        return table.page(plan, organisation, asOf, null);
    }

    void write(UUID plan, UUID organisation, Page first, RowSink sink) throws IOException {
        sink.add(cells(first.own(), first.asOf()));
        var page = first;
        while (true) {
            for (var child : page.children()) {
                sink.add(cells(child, first.asOf()));
            }
            if (page.next() == null) {
                return;
            }
            page = table.page(plan, organisation, first.asOf(), page.next());
        }
    }

    private static List<@Nullable Object> cells(Row row, LocalDate asOf) {
        var cells = new ArrayList<@Nullable Object>(List.of(row.code(), row.name(), row.kind(), asOf));
        cells.addAll(row.numbers());
        return cells;
    }
}
