package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.registration.RegistrationRepository.Fared;
import vn.tiendo.registrations.registration.Transitions.Step;

/// How members fared in a campaign, for the rating at the end of the year.
@ApplicationScoped
public class RegistrationOutcomes {

    private static final Step RATE = new Step("use-registration-in-rating", "rated");

    @Inject
    RegistrationRepository registrations;

    @Inject
    Transitions transitions;

    /// @param accepted the unit has accepted it, be it closed by now
    /// @param exempt owes nothing in this campaign: exempt, or waived before anything was accepted
    /// @param late came in too late
    public record Outcome(
            UUID registrationId,
            UUID campaignId,
            UUID memberId,
            UUID organisationId,
            boolean accepted,
            boolean exempt,
            boolean late,
            @Nullable Instant assessedAt,
            @Nullable Instant commentedAt,
            @Nullable Instant ratedAt) {

        static Outcome of(Fared fared) {
            var registration = fared.registration();
            var through = registration.followThrough();
            return new Outcome(
                    registration.id(),
                    registration.campaignId(),
                    registration.memberId(),
                    registration.organisationId(),
                    registration.isAccepted(),
                    (registration.exemptedAt() != null || fared.waived()) && !registration.isAccepted(),
                    registration.isLate(),
                    through.assessedAt(),
                    through.commentedAt(),
                    through.ratedAt());
        }

        /// Everything that a rating needs is there.
        public boolean isSelfAssessed() {
            return accepted && assessedAt != null;
        }
    }

    /// Nothing when the member is not on the campaign's roster.
    @Transactional
    public Optional<Outcome> of(UUID member, UUID campaign) {
        return ofMembers(List.of(member), campaign).stream().findFirst();
    }

    /// In one statement; members who are not on the roster, or have left it, are missing.
    @Transactional
    public List<Outcome> ofMembers(Collection<UUID> members, UUID campaign) {
        return registrations.faring(campaign, List.copyOf(members)).stream()
                .filter(fared -> fared.registration().status() != RegistrationStatus.LEFT)
                .map(Outcome::of)
                .toList();
    }

    /// The registration was used in a rating that is final. Repeatable; one that is not accepted is left alone.
    ///
    /// @return whether it is marked
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean markRated(UUID member, UUID campaign, Actor actor, @Nullable HeldPost post, Instant now) {
        var found = registrations.ofMembers(campaign, List.of(member)).stream()
                .filter(Registration::isAccepted)
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().followThrough().ratedAt() == null) {
            transitions.carryOut(found.get(), actor, post, RATE, now, rated -> rated.rate(now));
        }
        return true;
    }
}
