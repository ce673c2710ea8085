package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Debtors;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.plan.Question.Matter;

/// Puts successors in the place of organisations that have ended since a plan was written.
@ApplicationScoped
class Heirs {

    @Inject
    DebtorRepository organisations;

    @Inject
    Clock clock;

    /// @param questions what a person must confirm is added to these
    List<ObligationContent> passOn(List<ObligationContent> contents, List<Question> questions) {
        var named = new HashSet<UUID>();
        contents.forEach(content -> named.addAll(namedBy(content)));
        var ended = organisations.endedAmong(named, Days.dayOf(clock.instant()));
        return ended.isEmpty()
                ? contents
                : contents.stream()
                        .map(content -> passOn(content, ended, questions))
                        .toList();
    }

    private static Set<UUID> namedBy(ObligationContent content) {
        var named = new HashSet<>(content.debtors().except());
        content.debtors().anyOf().forEach(group -> {
            if (group.organisations() != null) {
                named.addAll(group.organisations());
            }
            add(named, group.under());
        });
        add(named, content.recipientOrganisationId());
        add(named, content.viaOrganisationId());
        return named;
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static ObligationContent passOn(
            ObligationContent content, Map<UUID, List<UUID>> ended, List<Question> questions) {
        namedBy(content).stream().filter(ended::containsKey).sorted().forEach(id -> {
            var successors = ended.getOrDefault(id, List.of());
            questions.add(new Question(
                    content.code(),
                    successors.isEmpty() ? Matter.ENDED_WITHOUT_SUCCESSOR : Matter.SUCCESSOR_PUT_IN,
                    id,
                    successors));
        });
        var groups = new ArrayList<Debtors.Group>();
        for (var group : content.debtors().anyOf()) {
            var names = group.organisations() == null ? null : heirsOf(group.organisations(), ended);
            var under = heirOf(group.under(), ended);
            if ((names == null || !names.isEmpty()) && (group.under() == null || under != null)) {
                groups.add(
                        new Debtors.Group(names, group.kinds(), under, group.tierFrom(), group.tierTo(), group.post()));
            }
        }
        return content.owedBy(
                new Debtors(List.copyOf(groups), heirsOf(content.debtors().except(), ended)),
                heirOf(content.recipientOrganisationId(), ended),
                heirOf(content.viaOrganisationId(), ended));
    }

    private static List<UUID> heirsOf(List<UUID> ids, Map<UUID, List<UUID>> ended) {
        var heirs = new LinkedHashSet<UUID>();
        ids.forEach(id -> {
            var heir = heirOf(id, ended);
            if (heir != null) {
                heirs.add(heir);
            }
        });
        return List.copyOf(heirs);
    }

    private static @Nullable UUID heirOf(@Nullable UUID id, Map<UUID, List<UUID>> ended) {
        var successors = id == null ? null : ended.get(id);
        return successors == null ? id : successors.isEmpty() ? null : successors.getFirst();
    }
}
