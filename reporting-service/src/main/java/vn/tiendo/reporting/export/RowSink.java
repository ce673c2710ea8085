package vn.tiendo.reporting.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows of an export go, one by one; nothing of a row is kept once it is written.
interface RowSink {

    /// @param cells text, numbers, days, moments or nothing
    void add(List<? extends @Nullable Object> cells) throws IOException;

    /// Writes what is missing behind the last row. An export that was broken off is never finished, so that nobody
    /// takes it for the whole.
    void finish() throws IOException;
}
