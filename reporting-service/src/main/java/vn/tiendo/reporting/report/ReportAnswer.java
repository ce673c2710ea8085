package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.report.ReportApi.ReportView;

/// Answers with a report, in the language of whoever asks.
@ApplicationScoped
class ReportAnswer {

    @Inject
    HttpHeaders headers;

    @Inject
    Clock clock;

    Response of(ReportDesk.Read read) {
        return Response.ok(ReportView.of(read, headers.getAcceptableLanguages(), clock.instant()))
                .tag(ETags.of(read.report().version()))
                .build();
    }

    Response created(ReportDesk.Read read) {
        return Response.created(URI.create("/api/v1/reports/" + read.report().id()))
                .entity(ReportView.of(read, headers.getAcceptableLanguages(), clock.instant()))
                .tag(ETags.of(read.report().version()))
                .build();
    }
}
