package vn.tiendo.reporting.report;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.Value;

/// A figure that was corrected after the report had been accepted, with what stood there before.
@Entity
@Immutable
@Table(name = "report_restatement")
class Restatement {

    @Id
    private UUID id = Uuid7.next();

    private UUID reportId;
    private int fromEdition;
    private int toEdition;
    private String code;
    private String breakdown;
    private @Nullable BigDecimal valueBefore;
    private @Nullable String textBefore;

    @Convert(converter = RowsText.class)
    private @Nullable List<List<String>> rowsBefore;

    private @Nullable BigDecimal valueAfter;
    private @Nullable String textAfter;

    @Convert(converter = RowsText.class)
    private @Nullable List<List<String>> rowsAfter;

    private String reason;
    private String restatedBy;
    private Instant restatedAt;

    protected Restatement() {}

    Restatement(
            UUID reportId,
            int fromEdition,
            int toEdition,
            Cell cell,
            Value before,
            Value after,
            String reason,
            String by,
            Instant now) {
        this.reportId = reportId;
        this.fromEdition = fromEdition;
        this.toEdition = toEdition;
        this.code = cell.code();
        this.breakdown = cell.breakdown();
        this.valueBefore = before.number();
        this.textBefore = before.text();
        this.rowsBefore = before.rows();
        this.valueAfter = after.number();
        this.textAfter = after.text();
        this.rowsAfter = after.rows();
        this.reason = reason;
        this.restatedBy = by;
        this.restatedAt = now;
    }

    UUID id() {
        return id;
    }

    RestatementApi.RestatementView view() {
        return new RestatementApi.RestatementView(
                id,
                fromEdition,
                toEdition,
                code,
                breakdown.isEmpty() ? null : breakdown,
                RestatementApi.ValueView.of(new Value(valueBefore, textBefore, rowsBefore)),
                RestatementApi.ValueView.of(new Value(valueAfter, textAfter, rowsAfter)),
                reason,
                restatedBy,
                restatedAt);
    }
}
