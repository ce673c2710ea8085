package vn.tiendo.registrations.member;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;

/// A person who may owe registrations; the first membership is the unit that keeps them.
@Entity
class Member implements Versioned {

    static final EventStream<Member> STREAM = new EventStream<>("registrations.member-contact.v1", MemberEvent::of);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private String name;
    private String nameKey;
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private MemberCategory category;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private String language;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String identityIssuer;
    private @Nullable String identitySubject;
    private byte @Nullable [] cardHash;

    @ElementCollection
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "member_id"))
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 200)
    private List<Membership> memberships = new ArrayList<>();

    protected Member() {}

    Member(Particulars particulars, byte @Nullable [] cardHash, List<Membership> memberships) {
        this.cardHash = cardHash;
        become(particulars);
        this.memberships.addAll(memberships);
    }

    /// Everything about a person but the card and the memberships.
    record Particulars(
            PersonName name,
            LocalDate birthDate,
            MemberCategory category,
            MemberStatus status,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String identityIssuer,
            @Nullable String identitySubject) {}

    /// @param newCardHash null keeps the card that is known
    void correct(Particulars particulars, byte @Nullable [] newCardHash, List<Membership> newMemberships) {
        become(particulars);
        if (newCardHash != null) {
            cardHash = newCardHash;
        }
        memberships.clear();
        memberships.addAll(newMemberships);
    }

    /// The organisation has ended: from the next day on the member belongs to its successor, in the same place of the
    /// order, and what was stays readable.
    void passOn(UUID ended, LocalDate endedOn, UUID successor, String successorPath) {
        var former = new ArrayList<Membership>();
        for (var each : List.copyOf(memberships)) {
            if (!each.organisationId().equals(ended) || !each.lastsBeyond(endedOn)) {
                continue;
            }
            var place = memberships.indexOf(each);
            var begins = each.validFrom().isAfter(endedOn) ? each.validFrom() : endedOn.plusDays(1);
            var next = new Membership(successor, successorPath, begins, each.validTo());
            if (memberships.stream().anyMatch(next::overlaps)) {
                memberships.remove(place);
            } else {
                memberships.set(place, next);
            }
            if (!each.validFrom().isAfter(endedOn)) {
                former.add(each.until(endedOn));
            }
        }
        memberships.addAll(former);
    }

    private void become(Particulars particulars) {
        name = particulars.name.text();
        nameKey = particulars.name.searchKey();
        birthDate = particulars.birthDate;
        category = particulars.category;
        status = particulars.status;
        language = particulars.language;
        email = particulars.email;
        phone = particulars.phone;
        identityIssuer = particulars.identityIssuer;
        identitySubject = particulars.identitySubject;
    }

    boolean is(String issuer, String subject) {
        return issuer.equals(identityIssuer) && subject.equals(identitySubject);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    MemberCategory category() {
        return category;
    }

    MemberStatus status() {
        return status;
    }

    String language() {
        return language;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String identityIssuer() {
        return identityIssuer;
    }

    @Nullable
    String identitySubject() {
        return identitySubject;
    }

    boolean cardKnown() {
        return cardHash != null;
    }

    List<Membership> memberships() {
        return List.copyOf(memberships);
    }
}
