package vn.tiendo.reporting.export;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The kinds of files that a list becomes.
enum ExportFormat {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static final String CSV_TYPE = "text/csv";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String NAMES = "csv|xlsx";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return this == CSV ? mediaType + ";charset=UTF-8;header=present" : mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the query names, else what the reader likes best, else CSV.
    static ExportFormat wanted(@Nullable String named, HttpHeaders headers) {
        if (named != null) {
            return valueOf(named.toUpperCase(Locale.ROOT));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(type -> Arrays.stream(values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType))))
                .findFirst()
                .orElse(CSV);
    }

    /// Begins with the names of the columns.
    RowSink open(OutputStream out, String sheet, List<String> columns) throws IOException {
        return switch (this) {
            case CSV -> {
                var sink = new CsvSink(out);
                sink.add(columns);
                yield sink;
            }
            case XLSX -> new XlsxSink(out, sheet, columns);
        };
    }
}
