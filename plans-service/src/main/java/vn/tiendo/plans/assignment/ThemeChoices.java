package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.theme.OwnTheme;
import vn.tiendo.plans.theme.ThemeService;

/// Which assignments a theme that a unit has chosen for a year fulfils.
@ApplicationScoped
class ThemeChoices {

    @Inject
    ThemeService themes;

    @Inject
    ObligationService obligations;

    /// Themes may have been chosen before the assignments that they answer were opened. The obligation is held, so that
    /// a choice that is under way either is seen here or sees what is opened here.
    @Transactional(Transactional.TxType.MANDATORY)
    void startWith(Obligation obligation, Collection<Assignment> opened) {
        if (obligation.kind().fulfilment() != Fulfilment.THEME || opened.isEmpty()) {
            return;
        }
        obligations.held(obligation.planId(), obligation.kind());
        var units = opened.stream().map(Assignment::organisationId).distinct().toList();
        var owed = opened.stream().collect(Collectors.groupingBy(Assignment::organisationId));
        themes.chosen(obligation.planId(), units).stream()
                .filter(theme -> theme.answers(obligation.id()))
                .forEach(theme -> OfYear.among(
                                owed.getOrDefault(theme.organisation(), List.of()), theme.year(), theme.at())
                        .forEach(assignment -> settle(assignment, theme)));
    }

    static boolean settle(Assignment assignment, OwnTheme theme) {
        var received = assignment.receive(theme.at());
        return assignment.accept(theme.at()) || received;
    }
}
