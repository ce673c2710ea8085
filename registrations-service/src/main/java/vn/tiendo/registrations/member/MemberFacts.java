package vn.tiendo.registrations.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What audit records tell of a member: no name, no contact, no number.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberFacts(
        MemberCategory category,
        MemberStatus status,
        List<MemberApi.MembershipView> memberships,
        @Nullable Boolean restricted,
        @Nullable UUID mergedIntoId) {

    static MemberFacts of(Member member) {
        return new MemberFacts(
                member.category(),
                member.status(),
                member.memberships().stream().map(MemberApi.MembershipView::of).toList(),
                member.isRestricted() ? true : null,
                member.mergedIntoId());
    }
}
