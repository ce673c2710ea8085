package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.member.People;

/// Whether somebody would decide about its own praise.
@ApplicationScoped
class Praised {

    @Inject
    People people;

    @Inject
    Clock clock;

    /// @param member who is praised, if a person
    /// @param organisation who is praised, if a collective: then also whoever holds a post at the very
    /// collective, by whichever post it would decide
    boolean isSelf(@Nullable UUID member, @Nullable UUID organisation, Actor actor) {
        return (organisation != null && actor.organisations().contains(organisation))
                || (member != null
                        && people.find(member, Days.dayOf(clock.instant()))
                                .filter(person -> person.is(actor))
                                .isPresent());
    }
}
