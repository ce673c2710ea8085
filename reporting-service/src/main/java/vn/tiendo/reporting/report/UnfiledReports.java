package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.reach.KeptPaths;

/// Files reports whose organisation arrived in another transaction at the same moment, and lets the paths of filed ones
/// follow their organisations.
@ApplicationScoped
public class UnfiledReports implements LeaderTask {

    private static final int BATCH = 50;

    @Inject
    ReportRepository reports;

    @Inject
    ExpectationService expectations;

    @Produces
    @Singleton
    KeptPaths pathsOfReports() {
        return new KeptPaths("report", "organisation_path");
    }

    @Override
    public String name() {
        return "unfiled-reports";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var arrived = reports.arrived(BATCH);
        if (!arrived.isEmpty()) {
            expectations.file(arrived);
        }
        return arrived.size() == BATCH;
    }
}
