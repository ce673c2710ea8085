package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.imports.Neighbourhood.Known;
import vn.tiendo.plans.imports.Resolution.NamedOrganisation;
import vn.tiendo.plans.imports.Resolution.Parties;
import vn.tiendo.plans.imports.Resolution.ProposedDebtors;
import vn.tiendo.plans.imports.reader.ReadDocument;
import vn.tiendo.plans.imports.reader.ReadObligation;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Debtors;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.organisation.TreePath;

/// Looks up in the tree whom the words of a document mean, within the reach of who sent it: what lies below the issuer,
/// and by name the line that leads up to the root. A few statements for a whole document.
@ApplicationScoped
class Resolving {

    /// Boards, offices and commissions speak to what stands under their committee.
    private static final Set<String> SPEAK_FOR_THEIR_COMMITTEE =
            Set.of("ADVISORY_BOARD", "COMMITTEE_OFFICE", "INSPECTION_COMMISSION");

    private static final Set<String> BESIDE_THOSE_ADDRESSED =
            Set.of("PEOPLES_COMMITTEE", "FATHERLAND_FRONT", "MASS_ORGANISATION");

    private static final int MOST_CANDIDATES = 2_000;
    private static final int MOST_LISTED = 100;
    private static final int MOST_COUNTED = 5_001;

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository reach;

    @Inject
    DebtorRepository debtors;

    @Inject
    Clock clock;

    Resolution of(ReadDocument reading, KnownOrganisation issuer, Actor actor) {
        var today = Days.dayOf(clock.instant());
        var tree = neighbourhood(reading, issuer, actor, today);
        var counted = new HashMap<Debtors, List<UUID>>();
        var parties = new HashMap<String, Parties>();
        for (var obligation : reading.obligations()) {
            parties.put(obligation.id(), parties(obligation, tree, today, counted));
        }
        var named = reading.document().issuer();
        return new Resolution(named == null ? null : issuerNamed(named.name(), tree), parties);
    }

    private static @Nullable NamedOrganisation issuerNamed(String name, Neighbourhood tree) {
        return PartyWords.one(name, tree).orElse(null);
    }

    private Parties parties(
            ReadObligation read, Neighbourhood tree, LocalDate today, Map<Debtors, List<UUID>> counted) {
        var recipient = read.recipient();
        var via = read.via();
        boolean superior = recipient != null && PartyWords.meansSuperior(recipient);
        return new Parties(
                read.subject() == null ? null : owing(read.subject(), tree, today, counted),
                recipient == null || superior
                        ? null
                        : PartyWords.one(recipient, tree).orElse(null),
                superior ? Boolean.TRUE : null,
                via == null ? null : PartyWords.one(via, tree).orElse(null));
    }

    private @Nullable ProposedDebtors owing(
            String subject, Neighbourhood tree, LocalDate today, Map<Debtors, List<UUID>> counted) {
        return PartyWords.all(subject, tree)
                .map(read -> {
                    var exact = counted.computeIfAbsent(
                            read.predicate(),
                            predicate -> debtors.page(predicate, tree.issuer().id(), today, "", MOST_COUNTED).stream()
                                    .map(Debtor::organisationId)
                                    .toList());
                    return new ProposedDebtors(
                            read.predicate(),
                            exact.stream().limit(MOST_LISTED).toList(),
                            exact.size(),
                            read.confidence(),
                            read.phrases(),
                            read.left());
                })
                .filter(proposed -> proposed.count() > 0)
                .orElse(null);
    }

    private Neighbourhood neighbourhood(ReadDocument reading, KnownOrganisation issuer, Actor actor, LocalDate today) {
        var anchor = anchorOf(issuer, actor);
        var known = new ArrayList<Known>();
        var line = lineOf(anchor, issuer);
        line.forEach(
                each -> known.add(Known.of(each.id(), each.name(), each.kind(), tier(each.path(), anchor.path()))));
        known.addAll(named(beginnings(reading), anchor, today));
        return new Neighbourhood(
                Known.of(issuer.id(), issuer.name(), issuer.kind(), tier(issuer.path(), anchor.path())),
                Known.of(anchor.id(), anchor.name(), anchor.kind(), 0),
                tiers(anchor, today),
                Set.copyOf(known));
    }

    /// A committee of the state stands beside those it addresses, so its party committee is taken where it is in reach.
    private KnownOrganisation anchorOf(KnownOrganisation issuer, Actor actor) {
        var parent = issuer.parent().flatMap(reach::find);
        if (SPEAK_FOR_THEIR_COMMITTEE.contains(issuer.kind())) {
            return parent.orElse(issuer);
        }
        var readable = OrganisationService.readable(actor);
        return BESIDE_THOSE_ADDRESSED.contains(issuer.kind())
                ? parent.filter(above -> readable.covers(above.path())).orElse(issuer)
                : issuer;
    }

    private List<KnownOrganisation> lineOf(KnownOrganisation anchor, KnownOrganisation issuer) {
        var line = new ArrayList<KnownOrganisation>();
        line.add(issuer);
        if (!anchor.id().equals(issuer.id())) {
            line.add(anchor);
        }
        for (var above = anchor.parent().flatMap(reach::find); above.isPresent(); ) {
            line.add(above.get());
            above = above.get().parent().flatMap(reach::find);
        }
        return line;
    }

    private static int tier(String path, String anchor) {
        return (path.length() - anchor.length()) / TreePath.SEGMENT_LENGTH;
    }

    private static Set<String> beginnings(ReadDocument reading) {
        var all = new LinkedHashSet<String>();
        if (reading.document().issuer() != null) {
            all.addAll(PartyWords.beginnings(reading.document().issuer().name()));
        }
        for (var obligation : reading.obligations()) {
            all.addAll(PartyWords.beginnings(obligation.subject()));
            all.addAll(PartyWords.beginnings(obligation.recipient()));
            all.addAll(PartyWords.beginnings(obligation.via()));
        }
        return all;
    }

    private List<Known> named(Set<String> beginnings, KnownOrganisation anchor, LocalDate today) {
        if (beginnings.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select id, name, kind, path from organisation
                          where path >= :from and path < :to and valid_from <= :day
                            and (valid_to is null or valid_to >= :day)
                            and replace(name_key, ',', '') like any(:beginnings)
                          order by length(path), path limit :most\
                         """, Tuple.class)
                .setParameter("from", anchor.path())
                .setParameter("to", Reach.endOf(anchor.path()))
                .setParameter("day", today)
                .setParameter(
                        "beginnings",
                        beginnings.stream().map(words -> words + "%").toArray(String[]::new))
                .setParameter("most", MOST_CANDIDATES)
                .getResultList();
        return rows.stream()
                .map(row -> Known.of(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        tier(row.get(3, String.class), anchor.path())))
                .toList();
    }

    private Map<String, SortedSet<Integer>> tiers(KnownOrganisation anchor, LocalDate today) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                           select distinct kind, length(path) from reach_organisation
                            where path >= :from and path < :to and valid_from <= :day
                              and (valid_to is null or valid_to >= :day)\
                           """, Tuple.class)
                .setParameter("from", anchor.path())
                .setParameter("to", Reach.endOf(anchor.path()))
                .setParameter("day", today)
                .getResultList();
        var tiers = new HashMap<String, SortedSet<Integer>>();
        rows.forEach(row -> tiers.computeIfAbsent(row.get(0, String.class), kind -> new TreeSet<>())
                .add((row.get(1, Number.class).intValue() - anchor.path().length()) / TreePath.SEGMENT_LENGTH));
        return tiers;
    }
}
