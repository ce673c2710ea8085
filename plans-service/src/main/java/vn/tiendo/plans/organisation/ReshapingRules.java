package vn.tiendo.plans.organisation;

import java.time.LocalDate;
import java.util.function.Function;
import vn.tiendo.plans.organisation.OrganisationProblem.UnknownOrganisationKind;
import vn.tiendo.plans.organisation.RestructuringProblem.CycleInTheTree;
import vn.tiendo.plans.organisation.RestructuringProblem.EffectiveBeforeExistence;
import vn.tiendo.plans.organisation.RestructuringProblem.LaterChangeContradicts;
import vn.tiendo.plans.organisation.RestructuringProblem.LeftWithoutParent;
import vn.tiendo.plans.organisation.RestructuringProblem.OrganisationEnded;

/// What must hold of the organisations that acts name, so that the tree of every day stays whole.
///
/// @param day on which the acts take effect
record ReshapingRules(OrganisationRepository organisations, LocalDate day) {

    void requireStanding(Organisation organisation) {
        if (day.isBefore(organisation.validFrom())) {
            throw new EffectiveBeforeExistence(organisation.code(), organisation.validFrom());
        }
        if (organisation.validTo() != null && organisation.validTo().isBefore(day)) {
            throw new OrganisationEnded(organisation.code(), organisation.validTo());
        }
    }

    /// What ended by a later decision cannot be changed as of a day before it.
    void requireNotEnded(Organisation organisation) {
        if (organisation.endedBy() != null && organisation.validTo() != null) {
            throw new LaterChangeContradicts(
                    organisation.code(), organisation.validTo().plusDays(1));
        }
    }

    /// Who is to stand above from the day on stands itself, and has not been moved since.
    void requirePlace(Organisation below, Organisation above) {
        if (above.validTo() != null
                && above.validTo().isBefore(day)
                && !below.id().equals(above.id())) {
            throw new LeftWithoutParent(below.code());
        }
        requireStanding(above);
        requireNotEnded(above);
        requireConstant(above, OrganisationPeriod::path);
    }

    void requireNoCycle(Organisation organisation, Organisation above) {
        if (above.path().startsWith(organisation.path())) {
            throw new CycleInTheTree(organisation.code(), above.code());
        }
    }

    /// What an act changes has not been changed with effect from a later day.
    void requireConstant(Organisation organisation, Function<OrganisationPeriod, ?> what) {
        var periods = organisations.periodsOf(organisation.id()).stream()
                .filter(period -> period.validTo() == null || !period.validTo().isBefore(day))
                .toList();
        periods.stream()
                .filter(period -> !what.apply(period).equals(what.apply(periods.getFirst())))
                .findFirst()
                .ifPresent(period -> {
                    throw new LaterChangeContradicts(organisation.code(), period.validFrom());
                });
    }

    void requireKnown(String kind) {
        if (!organisations.knowsKind(kind)) {
            throw new UnknownOrganisationKind(kind);
        }
    }

    void requireFree(String code) {
        if (organisations.count("code", code) > 0) {
            throw new OrganisationProblem.CodeTaken();
        }
    }
}
