package vn.tiendo.registrations.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The texts, few as they are.
@ApplicationScoped
class ConsentTextRepository implements PanacheRepositoryBase<ConsentText, UUID> {

    List<ConsentText> all() {
        return list("order by purpose, number");
    }

    Optional<ConsentText> inForceOn(LocalDate day, ConsentPurpose purpose) {
        return find("purpose = ?1 and inForceFrom <= ?2 order by number desc", purpose, day)
                .range(0, 0)
                .firstResultOptional();
    }

    ConsentText newest(ConsentPurpose purpose) {
        return find("purpose = ?1 order by number desc", purpose).range(0, 0).singleResult();
    }
}
