package vn.tiendo.registrations.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The only event that carries personal data: how a member is reached. Its topic is restricted; of a member whose data
/// may not be used for the time being it tells no address, and no telephone number without the person's consent.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberEvent(
        UUID id,
        @Nullable String holderIssuer,
        @Nullable String holderSubject,
        @Nullable String email,
        @Nullable String phone,
        String language) {

    static MemberEvent of(Member member) {
        var held = member.isRestricted();
        return new MemberEvent(
                member.id(),
                member.identityIssuer(),
                member.identitySubject(),
                held ? null : member.email(),
                held || !member.isPhoneAllowed() ? null : member.phone(),
                member.language());
    }
}
