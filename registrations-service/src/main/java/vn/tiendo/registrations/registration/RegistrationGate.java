package vn.tiendo.registrations.registration;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.registration.RegistrationRepository.Found;

/// Who gets at a registration: its member, and those whose post reaches an organisation that reviews it.
@ApplicationScoped
class RegistrationGate {

    @Inject
    RegistrationRepository registrations;

    @Inject
    CurrentActor currentActor;

    /// A registration and the one who asks for it.
    record Asked(Found found, Actor actor) {
        Registration registration() {
            return found.registration();
        }
    }

    /// The caller's own. Whose own it is needs no post, so that posts are not even read: half of all registrations
    /// arrive within two days.
    ///
    /// @throws RegistrationProblem.RegistrationNotFound out of reach (404)
    /// @throws RegistrationProblem.NotOwnRegistration in reach, but somebody else's (403)
    Asked own(UUID id) {
        var person = currentActor.withoutPosts();
        var own = registrations.find(id, person, CampaignService.readable(person));
        if (own.isPresent()) {
            return new Asked(own.get(), person);
        }
        seen(id);
        throw new RegistrationProblem.NotOwnRegistration();
    }

    /// @throws RegistrationProblem.RegistrationNotFound neither own nor in reach (404)
    Asked seen(UUID id) {
        var actor = currentActor.get();
        return new Asked(
                registrations
                        .find(id, actor, CampaignService.readable(actor))
                        .orElseThrow(RegistrationProblem.RegistrationNotFound::new),
                actor);
    }

    /// The post that lets the caller review; nobody reviews an own registration.
    HeldPost requireReviewer(Asked asked) {
        if (asked.found.own()) {
            throw new RegistrationProblem.OwnRegistration();
        }
        return reviewer(
                asked.actor, registrations.reviewerPaths(asked.registration().id()));
    }

    /// The post that lets the caller read what is not its own.
    HeldPost requireReader(Asked asked) {
        var actor = asked.actor;
        var paths = registrations.reviewerPaths(asked.registration().id());
        return paths.stream()
                .flatMap(
                        path -> actor
                                .postFor(path, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR)
                                .stream())
                .findFirst()
                .orElseGet(() -> reviewer(actor, paths));
    }

    static HeldPost reviewer(Actor actor, List<String> paths) {
        return paths.stream()
                .flatMap(path -> actor.postFor(path, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER).stream())
                .findFirst()
                .orElseGet(() -> actor.require(paths.getFirst(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER));
    }
}
