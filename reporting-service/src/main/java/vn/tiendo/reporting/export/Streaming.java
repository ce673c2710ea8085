package vn.tiendo.reporting.export;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import vn.tiendo.reporting.document.FileNames;

/// An answer that is written while it is read. When reading fails midway the connection breaks off: a list that looks
/// whole is whole.
final class Streaming {

    private Streaming() {}

    interface Rows {
        void writeTo(RowSink sink) throws IOException;
    }

    static Response of(ExportFormat format, String title, List<String> columns, Rows rows) {
        StreamingOutput body = out -> {
            var sink = format.open(out, "Danh sách", columns);
            rows.writeTo(sink);
            sink.finish();
        };
        return Response.ok(body, format.mediaType())
                .header("Content-Disposition", FileNames.attachment(title, format.extension()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
