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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of members.
final class MemberApi {

    private MemberApi() {}

    /// A new member, or everything about one that is corrected.
    ///
    /// @param cardNumber kept as a keyed hash; absent in a correction keeps the one known
    /// @param memberships the first is the unit that keeps the member's registrations
    record MemberRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @PastOrPresent LocalDate birthDate,
            @NotNull MemberCategory category,
            @NotNull MemberStatus status,
            @Nullable @Pattern(regexp = "vi|en") String language,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Pattern(regexp = "[+0-9 .()-]{6,30}") String phone,
            @Nullable @Size(min = 1, max = 300) String identityIssuer,
            @Nullable @Size(min = 1, max = 200) String identitySubject,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 ./-]{4,40}")
            String cardNumber,

            @NotEmpty @Size(max = 20) List<@Valid @NotNull MembershipRequest> memberships) {

        @AssertTrue(message = "identityIssuer and identitySubject go together")
        boolean isIdentityWhole() {
            return (identityIssuer == null) == (identitySubject == null);
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipView(
            UUID organisationId, LocalDate from, @Nullable LocalDate to) {
        static MembershipView of(Membership membership) {
            return new MembershipView(membership.organisationId(), membership.validFrom(), membership.validTo());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            UUID id,
            String name,
            LocalDate birthDate,
            MemberCategory category,
            MemberStatus status,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String identityIssuer,
            @Nullable String identitySubject,
            boolean cardKnown,
            List<MembershipView> memberships,
            long version) {

        static MemberView of(Member member) {
            return new MemberView(
                    member.id(),
                    member.name(),
                    member.birthDate(),
                    member.category(),
                    member.status(),
                    member.language(),
                    member.email(),
                    member.phone(),
                    member.identityIssuer(),
                    member.identitySubject(),
                    member.cardKnown(),
                    member.memberships().stream().map(MembershipView::of).toList(),
                    member.version());
        }
    }
}
