package vn.tiendo.registrations.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.tiendo.kit.reach.KeptPaths;

/// The tables that keep paths of organisations: when an organisation moves, their rows follow.
@ApplicationScoped
class Paths {

    private static final String COLUMN = "organisation_path";

    @Produces
    @Singleton
    KeptPaths memberships() {
        return new KeptPaths("membership", COLUMN);
    }

    @Produces
    @Singleton
    KeptPaths campaigns() {
        return new KeptPaths("campaign", COLUMN);
    }

    @Produces
    @Singleton
    KeptPaths units() {
        return new KeptPaths("campaign_unit", COLUMN);
    }

    @Produces
    @Singleton
    KeptPaths reviewers() {
        return new KeptPaths("registration_reviewer", COLUMN);
    }

    @Produces
    @Singleton
    KeptPaths forms() {
        return new KeptPaths("registration_form", COLUMN);
    }

    @Produces
    @Singleton
    KeptPaths dataSubjectRequests() {
        return new KeptPaths("data_subject_request", COLUMN);
    }
}
