package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.policy.Audience;
import vn.tiendo.notifications.reminder.ActingPosts.Held;
import vn.tiendo.notifications.reminder.ActingPosts.Place;

/// Who is told, found at the moment of firing: whoever acts in the roles of the rung on that day, or the member's
/// own account. Three statements, however many are asked for.
@ApplicationScoped
class Recipients {

    @Inject
    Session session;

    /// What somebody is to be told of.
    ///
    /// @param member who owes a registration; then nobody else is told
    record Asked(UUID id, UUID organisationId, @Nullable UUID member, List<Audience> audience) {}

    /// A recipient with the role and place by which it was found.
    ///
    /// @param role absent for the member itself
    record Found(Recipient recipient, @Nullable Role role, UUID organisationId, int level) {}

    /// An organisation so many levels above another.
    record Above(UUID organisationId, int level) {}

    private record Account(String issuer, String subject, String language) {}

    /// Recipients of each, one per account; the post nearest to who owes counts.
    Map<UUID, List<Found>> of(Collection<Asked> asked, LocalDate day) {
        var superiors = superiorsOf(asked);
        var places = new HashSet<UUID>();
        var roles = new HashSet<Role>();
        asked.stream()
                .filter(one -> one.member == null)
                .forEach(one -> one.audience.forEach(audience -> {
                    roles.add(audience.role());
                    var place = superiors.get(new Above(one.organisationId, audience.level()));
                    if (place != null) {
                        places.add(place);
                    }
                }));
        var acting = ActingPosts.of(heldAt(places, roles, day));
        var accounts = accountsOf(asked);
        var found = new LinkedHashMap<UUID, List<Found>>();
        asked.forEach(one -> {
            var people = one.member == null
                    ? holders(one, superiors, acting)
                    : member(one.member, one.organisationId, accounts);
            if (!people.isEmpty()) {
                found.put(one.id, people);
            }
        });
        return found;
    }

    /// The organisations at the levels that are asked for; where the tree ends there is none.
    Map<Above, UUID> superiorsOf(Collection<Asked> asked) {
        var farthest = asked.stream()
                .flatMap(one -> one.audience.stream())
                .mapToInt(Audience::level)
                .max()
                .orElse(0);
        var organisations = asked.stream().map(Asked::organisationId).collect(java.util.stream.Collectors.toSet());
        var superiors = new HashMap<Above, UUID>();
        organisations.forEach(organisation -> superiors.put(new Above(organisation, 0), organisation));
        if (farthest == 0) {
            return superiors;
        }
        session.doWork(connection -> {
            try (var select = connection.prepareStatement("""
                    with recursive up as (
                      select id as below, parent_id as id, 1 as level from reach_organisation
                       where id = any(?) and parent_id is not null
                      union all
                      select up.below, o.parent_id, up.level + 1
                        from up join reach_organisation o on o.id = up.id
                       where up.level < ? and o.parent_id is not null)
                    select below, id, level from up""")) {
                select.setArray(1, connection.createArrayOf("uuid", organisations.toArray()));
                select.setInt(2, farthest);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        superiors.put(
                                new Above(rows.getObject(1, UUID.class), rows.getInt(3)),
                                rows.getObject(2, UUID.class));
                    }
                }
            }
        });
        return superiors;
    }

    private static List<Found> holders(Asked one, Map<Above, UUID> superiors, Map<Place, List<Held>> acting) {
        var byAccount = new LinkedHashMap<String, Found>();
        one.audience.stream()
                .sorted((some, other) -> Integer.compare(some.level(), other.level()))
                .forEach(audience -> {
                    var organisation = superiors.get(new Above(one.organisationId, audience.level()));
                    if (organisation != null) {
                        acting.getOrDefault(new Place(organisation, audience.role()), List.of())
                                .forEach(post -> byAccount.putIfAbsent(
                                        post.issuer() + ' ' + post.subject(), found(post, audience.level())));
                    }
                });
        return new ArrayList<>(byAccount.values());
    }

    private static Found found(Held post, int level) {
        return new Found(
                new Recipient(post.issuer(), post.subject(), post.id(), null, level > 0, post.language()),
                post.role(),
                post.organisationId(),
                level);
    }

    private static List<Found> member(UUID member, UUID organisation, Map<UUID, Account> accounts) {
        var account = accounts.get(member);
        return account == null
                ? List.of()
                : List.of(new Found(
                        new Recipient(account.issuer, account.subject, null, member, false, account.language),
                        null,
                        organisation,
                        0));
    }

    private List<Held> heldAt(Set<UUID> organisations, Set<Role> roles, LocalDate day) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select p.id, p.organisation_id, p.role, p.holder_issuer, p.holder_subject, p.deputy_of,
                           exists (select 1 from post_absence a where a.post_id = p.id
                                      and a.away_from <= ? and a.away_to >= ?) as absent,
                           coalesce((select language from personal_preference w where w.issuer = p.holder_issuer
                                        and w.subject = p.holder_subject),
                                    (select language from member_contact m where m.holder_issuer = p.holder_issuer
                                        and m.holder_subject = p.holder_subject limit 1), 'vi') as language
                      from reach_post p
                     where p.organisation_id = any(?) and p.role = any(?)
                       and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                     order by p.role, p.id""")) {
                select.setObject(1, day);
                select.setObject(2, day);
                select.setArray(3, connection.createArrayOf("uuid", organisations.toArray()));
                select.setArray(
                        4,
                        connection.createArrayOf(
                                "text", roles.stream().map(Role::name).toArray()));
                select.setObject(5, day);
                select.setObject(6, day);
                var held = new ArrayList<Held>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        held.add(held(rows));
                    }
                }
                return held;
            }
        });
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("holder_issuer"),
                row.getString("holder_subject"),
                row.getObject("deputy_of", UUID.class),
                row.getBoolean("absent"),
                row.getString("language"));
    }

    private Map<UUID, Account> accountsOf(Collection<Asked> asked) {
        var members = asked.stream()
                .map(Asked::member)
                .filter(java.util.Objects::nonNull)
                .toArray();
        var accounts = new HashMap<UUID, Account>();
        if (members.length == 0) {
            return accounts;
        }
        session.doWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select m.member_id, m.holder_issuer, m.holder_subject, coalesce(w.language, m.language)
                      from member_contact m
                      left join personal_preference w on w.issuer = m.holder_issuer and w.subject = m.holder_subject
                     where m.member_id = any(?) and m.holder_issuer is not null and m.holder_subject is not null""")) {
                select.setArray(1, connection.createArrayOf("uuid", members));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        accounts.put(
                                rows.getObject(1, UUID.class),
                                new Account(rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                }
            }
        });
        return accounts;
    }
}
