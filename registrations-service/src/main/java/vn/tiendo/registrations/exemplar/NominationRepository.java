package vn.tiendo.registrations.exemplar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads nominations of units in reach.
@ApplicationScoped
class NominationRepository implements PanacheRepositoryBase<Nomination, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    @Produces
    @Singleton
    KeptPaths pathsOfNominations() {
        return new KeptPaths("nomination", "organisation_path");
    }

    /// What a list is narrowed to.
    record Filter(
            @Nullable UUID obligation,
            @Nullable Integer year,
            @Nullable NominationForm form,
            @Nullable NominationStatus status) {}

    Optional<Nomination> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    List<Nomination> page(Reach reach, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var where = new StringBuilder("id > :after and ").append(reach.condition("organisationPath"));
        if (filter.obligation != null) {
            where.append(" and obligationId = :obligation");
            parameters.put("obligation", filter.obligation);
        }
        if (filter.year != null) {
            where.append(" and year = :year");
            parameters.put("year", filter.year);
        }
        if (filter.form != null) {
            where.append(" and form = :form");
            parameters.put("form", filter.form);
        }
        if (filter.status != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status);
        }
        return find("where " + where + " order by id", parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    /// How many of a unit hold a place of the quota: approved, and not rejected afterwards.
    ///
    /// @param year of the debt; null for one that is owed once, to which nominations of all years belong
    int approvedOf(UUID organisation, UUID obligation, @Nullable Integer year) {
        return Math.toIntExact(count(
                "organisationId = ?1 and obligationId = ?2 and (cast(?3 as Integer) is null or year = ?3)"
                        + " and status not in ?4",
                organisation,
                obligation,
                year,
                List.of(NominationStatus.PROPOSED, NominationStatus.REJECTED)));
    }

    /// The year in which a nominee was commended, when that was the year before, whoever nominated then.
    @Nullable
    Integer commendedIn(int year, @Nullable UUID member, @Nullable UUID organisation) {
        if (member == null && organisation == null) {
            return null;
        }
        var ofNominee = member == null ? "nomineeOrganisationId = ?4" : "nomineeMemberId = ?4";
        var found = count(
                "year = ?1 and status in ?2 and form <> ?3 and " + ofNominee,
                year,
                List.of(NominationStatus.COMMENDED, NominationStatus.FOLLOWED_UP),
                NominationForm.MODEL,
                member == null ? organisation : member);
        return found == 0 ? null : year;
    }

    /// Nominations whose obligation was replaced by an amendment, with the one in its place.
    List<Object[]> replaced(int limit) {
        return getEntityManager()
                .createNativeQuery("""
                    select n.id, q.obligation_id from nomination_quota q join nomination n
                        on n.obligation_id = q.replaces_id
                     where q.replaces_id is not null order by n.id limit ?1\
                    """, Object[].class)
                .setParameter(1, limit)
                .getResultList();
    }

    List<Nomination> ofMember(UUID member) {
        return list("nomineeMemberId = ?1 order by id", member);
    }
}
