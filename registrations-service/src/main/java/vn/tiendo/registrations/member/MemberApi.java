package vn.tiendo.registrations.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of members.
final class MemberApi {

    static final String PHONE = "[+0-9 .()-]{6,30}";
    static final String LANGUAGE = "vi|en";
    static final String CARD = "[A-Za-z0-9 ./-]{4,40}";
    static final String NATIONAL_ID = "[0-9 .-]{9,20}";

    private MemberApi() {}

    /// A new member, or everything about one that is corrected.
    ///
    /// @param cardNumber kept as a keyed hash; absent in a correction keeps the one known
    /// @param nationalId likewise
    /// @param memberships the first is the unit that keeps the member's registrations
    record MemberRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @PastOrPresent LocalDate birthDate,
            @NotNull MemberCategory category,
            @NotNull MemberStatus status,
            @Nullable @Pattern(regexp = LANGUAGE) String language,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Size(min = 1, max = 300) String identityIssuer,
            @Nullable @Size(min = 1, max = 200) String identitySubject,
            @Nullable @Pattern(regexp = CARD) String cardNumber,
            @Nullable @Pattern(regexp = NATIONAL_ID) String nationalId,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull MembershipRequest> memberships) {

        @AssertTrue(message = "identityIssuer and identitySubject go together")
        boolean isIdentityWhole() {
            return (identityIssuer == null) == (identitySubject == null);
        }

        Member.Particulars particulars() {
            return new Member.Particulars(
                    new PersonName(name),
                    birthDate,
                    Objects.requireNonNullElse(language, "vi"),
                    email,
                    phone,
                    identityIssuer,
                    identitySubject);
        }

        Standing.Kind standing() {
            return new Standing.Kind(category, status);
        }
    }

    record MembershipRequest(
            @NotNull UUID organisationId,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {

        @AssertTrue(message = "to must not be before from")
        boolean isOrdered() {
            return to == null || from == null || !to.isBefore(from);
        }
    }

    /// How a member is reached; what is absent is forgotten.
    record ContactRequest(
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Pattern(regexp = LANGUAGE) String language) {}

    /// @param from first day at the organisation that receives the member
    /// @param decision number and date of the paper
    record TransferRequest(
            @NotNull UUID fromOrganisationId,
            @NotNull UUID toOrganisationId,
            @NotNull LocalDate from,
            @Nullable @Size(max = 200) String decision) {}

    /// What a member is from a day on; what is absent stays as it stands.
    ///
    /// @param from may be a day to come
    record StandingRequest(
            @Nullable MemberCategory category,
            @Nullable MemberStatus status,
            @NotNull LocalDate from,
            @Nullable @Size(max = 200) String decision) {

        @AssertTrue(message = "category or status is needed")
        boolean isAnything() {
            return category != null || status != null;
        }
    }

    /// @param memberId the record that ends in the one addressed
    record MergeRequest(
            @NotNull UUID memberId,
            @Nullable @Size(max = 500) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipView(
            UUID organisationId, LocalDate from, @Nullable LocalDate to) {
        static MembershipView of(Membership membership) {
            return new MembershipView(membership.organisationId(), membership.validFrom(), membership.validTo());
        }
    }

    /// @param restricted others see no more than the name and where the person belongs
    /// @param mergedIntoId the record that carries on what this one was
    /// @param erasedAt when everything that told who the person was was destroyed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            UUID id,
            String name,
            @Nullable LocalDate birthDate,
            MemberCategory category,
            MemberStatus status,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String identityIssuer,
            @Nullable String identitySubject,
            boolean cardKnown,
            boolean nationalIdKnown,
            boolean restricted,
            List<MembershipView> memberships,
            @Nullable LocalDate nextStandingOn,
            @Nullable UUID mergedIntoId,
            @Nullable Instant erasedAt,
            @Nullable Instant updatedAt,
            long version) {

        /// @param whole whether the reader may see everything though the record is restricted
        static MemberView of(Member member, boolean whole) {
            var hidden = member.isRestricted() && !whole;
            return new MemberView(
                    member.id(),
                    member.name(),
                    hidden ? null : member.birthDate(),
                    member.category(),
                    member.status(),
                    member.language(),
                    hidden ? null : member.email(),
                    hidden ? null : member.phone(),
                    hidden ? null : member.identityIssuer(),
                    hidden ? null : member.identitySubject(),
                    member.cardHash() != null,
                    member.nationalIdHash() != null,
                    member.isRestricted(),
                    member.memberships().stream().map(MembershipView::of).toList(),
                    member.nextStandingOn(),
                    member.mergedIntoId(),
                    member.erasedAt(),
                    member.updatedAt(),
                    member.version());
        }
    }

    record MemberPage(List<MemberView> items, @Nullable String nextCursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandingView(
            LocalDate from,
            MemberCategory category,
            MemberStatus status,
            @Nullable String decision,
            Instant recordedAt) {
        static StandingView of(Standing standing) {
            return new StandingView(
                    standing.validFrom(),
                    standing.kind().category(),
                    standing.kind().status(),
                    standing.decision(),
                    standing.recordedAt());
        }
    }

    /// A record that was merged into this one, with what it was before.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergeView(
            UUID memberId,
            String name,
            Instant mergedAt,
            @Nullable String reason,
            List<MembershipView> memberships,
            List<StandingView> standings) {}

    /// @param standings by day, those to come included
    record HistoryView(
            UUID id, List<StandingView> standings, List<MembershipView> memberships, List<MergeView> merged) {}

    enum DuplicateDecision {
        DIFFERENT,
        MERGED
    }

    /// @param version for If-Match
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DuplicateView(
            UUID id,
            MemberView first,
            MemberView second,
            Instant foundAt,
            @Nullable DuplicateDecision decision,
            @Nullable Instant decidedAt,
            long version) {}

    record DuplicatePage(
            List<DuplicateView> items, @Nullable String nextCursor) {}
}
