package vn.tiendo.reporting.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.OrganisationCards;
import vn.tiendo.reporting.document.OrganisationCards.Card;
import vn.tiendo.reporting.report.WrittenReport;
import vn.tiendo.reporting.report.WrittenReports;
import vn.tiendo.reporting.report.WrittenReports.Wanted;

/// Writes lists of reports: batch after batch in transactions of their own, each beginning behind the one before.
@ApplicationScoped
class ReportExport {

    static final List<String> COLUMNS = List.of(
            "Mã đơn vị",
            "Đơn vị",
            "Loại báo cáo",
            "Hình thức",
            "Kỳ",
            "Trạng thái",
            "Hạn nộp",
            "Ngày nộp",
            "Ngày chấp nhận",
            "Trễ hạn",
            "Nơi nhận",
            "Báo cáo",
            "Kế hoạch");

    private static final int BATCH = 500;

    @Inject
    WrittenReports reports;

    @Inject
    OrganisationCards organisations;

    void write(Wanted wanted, RowSink sink) throws IOException {
        UUID after = null;
        while (true) {
            var batch = reports.batch(wanted, after, BATCH);
            var cards = cardsOf(batch);
            for (var report : batch) {
                sink.add(row(report, cards));
            }
            if (batch.size() < BATCH) {
                return;
            }
            after = batch.getLast().id();
        }
    }

    private Map<UUID, Card> cardsOf(List<WrittenReport> batch) {
        var ids = new HashSet<UUID>();
        for (var report : batch) {
            ids.add(report.organisationId());
            if (report.recipientOrganisationId() != null) {
                ids.add(report.recipientOrganisationId());
            }
        }
        return organisations.of(ids);
    }

    private static List<@Nullable Object> row(WrittenReport report, Map<UUID, Card> cards) {
        var organisation = cards.get(report.organisationId());
        var recipient = report.recipientOrganisationId() == null ? null : cards.get(report.recipientOrganisationId());
        return Arrays.asList(
                organisation == null ? null : organisation.code(),
                organisation == null ? null : organisation.name(),
                report.kind(),
                report.form(),
                report.occurrence(),
                report.status(),
                report.dueAt(),
                report.submittedAt(),
                report.acceptedAt(),
                report.late(),
                recipient == null ? null : recipient.name(),
                report.id(),
                report.planId());
    }
}
