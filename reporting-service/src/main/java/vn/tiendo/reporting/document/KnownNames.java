package vn.tiendo.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;

/// What organisations were called on a day, and whom they stood under.
@ApplicationScoped
public class KnownNames {

    @Inject
    Session session;

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository organisations;

    /// The fields read of `plans.organisation.v1`.
    public record Organisation(
            UUID id, @Nullable String hierarchy, @Nullable List<Period> periods) {
        public Organisation {
            Objects.requireNonNull(id);
        }
    }

    public record Period(
            LocalDate from,
            @Nullable LocalDate to,
            String name,
            @Nullable UUID parentId) {
        public Period {
            Objects.requireNonNull(from);
            Objects.requireNonNull(name);
        }
    }

    record Named(String name, @Nullable UUID parentId, Form form) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Organisation organisation) {
        var periods = organisation.periods == null ? List.<Period>of() : organisation.periods;
        var hierarchy = organisation.hierarchy == null ? "PARTY" : organisation.hierarchy;
        session.doWork(connection -> {
            try (var forget = connection.prepareStatement("delete from organisation_name where organisation_id = ?")) {
                forget.setObject(1, organisation.id);
                forget.executeUpdate();
            }
            try (var keep = connection.prepareStatement("""
                insert into organisation_name (organisation_id, valid_from, valid_to, name, parent_id, hierarchy)
                values (?, ?, ?, ?, ?, ?)\
                """)) {
                for (var period : periods) {
                    keep.setObject(1, organisation.id);
                    keep.setObject(2, period.from);
                    keep.setObject(3, period.to);
                    keep.setString(4, period.name);
                    keep.setObject(5, period.parentId);
                    keep.setString(6, hierarchy);
                    keep.addBatch();
                }
                keep.executeBatch();
            }
        });
    }

    /// Of an organisation that did not exist on that day, the name it has now; empty when it is unknown.
    Optional<Named> find(UUID organisation, LocalDate day) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select name, parent_id, hierarchy from organisation_name
                          where organisation_id = ?1 and valid_from <= ?2 and (valid_to is null or valid_to >= ?2)
                          order by valid_from desc limit 1\
                         """, Tuple.class)
                .setParameter(1, organisation)
                .setParameter(2, day)
                .getResultList();
        return rows.stream()
                .map(row -> new Named(
                        row.get(0, String.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class).equals("PARTY") ? Form.PARTY : Form.STATE))
                .findFirst()
                .or(() -> organisations
                        .find(organisation)
                        .map(known -> new Named(known.name(), known.parentId(), Form.PARTY)));
    }

    @Nullable
    String nameOf(@Nullable UUID organisation, LocalDate day) {
        return organisation == null
                ? null
                : find(organisation, day).map(Named::name).orElse(null);
    }
}
