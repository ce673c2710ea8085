package vn.tiendo.registrations.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.tiendo.kit.time.Uuid7;

/// The words that a person consents to, in force from a day until the next version is.
@Entity
@Immutable
class ConsentText {

    @Id
    private UUID id = Uuid7.next();

    @Enumerated(EnumType.STRING)
    private ConsentPurpose purpose;

    private int number;
    private LocalDate inForceFrom;
    private String textVi;
    private String textEn;

    protected ConsentText() {}

    private ConsentText(ConsentPurpose purpose, int number, LocalDate inForceFrom, String textVi, String textEn) {
        this.purpose = purpose;
        this.number = number;
        this.inForceFrom = inForceFrom;
        this.textVi = textVi;
        this.textEn = textEn;
    }

    /// @throws ConsentProblem.ConsentTextTooEarly unless it comes into force later than this one, and not before today
    ConsentText next(LocalDate from, String vi, String en, LocalDate today) {
        if (!from.isAfter(inForceFrom) || from.isBefore(today)) {
            throw new ConsentProblem.ConsentTextTooEarly(number, inForceFrom);
        }
        return new ConsentText(purpose, number + 1, from, vi, en);
    }

    UUID id() {
        return id;
    }

    ConsentPurpose purpose() {
        return purpose;
    }

    int number() {
        return number;
    }

    LocalDate inForceFrom() {
        return inForceFrom;
    }

    String textVi() {
        return textVi;
    }

    String textEn() {
        return textEn;
    }
}
