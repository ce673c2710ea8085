package vn.tiendo.notifications.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Role;
import vn.tiendo.notifications.inbox.Recipient;

/// Who a broadcast is for: accounts, each once, whatever posts a person holds. Members belong where they have owed
/// last, and nowhere once they have left.
@ApplicationScoped
class BroadcastRecipients {

    private static final String ACCOUNTS = """
            select p.holder_issuer as issuer, p.holder_subject as subject, p.id as post_id, null::uuid as member_id
              from reach_organisation o join reach_post p on p.organisation_id = o.id
             where o.path >= ? and o.path < ? and p.role = any(?)
               and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
               and (o.valid_to is null or o.valid_to >= ?)
            union all
            select m.holder_issuer, m.holder_subject, null, m.member_id
              from duty d join member_contact m on m.member_id = d.member_id
             where ? and d.kind = 'REGISTRATION' and d.organisation_path >= ? and d.organisation_path < ?
               and d.outcome <> 'LEFT'
               and not exists (select 1 from duty newer where newer.member_id = d.member_id and newer.id > d.id)
               and m.holder_issuer is not null and m.holder_subject is not null""";

    private static final String LANGUAGE = """
            coalesce((select language from personal_preference w where w.issuer = a.issuer and w.subject = a.subject),
              (select language from member_contact m where m.holder_issuer = a.issuer
                         and m.holder_subject = a.subject limit 1), 'vi')""";

    @Inject
    Session session;

    @Transactional(Transactional.TxType.MANDATORY)
    int count(Broadcast broadcast, LocalDate day) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement(
                    "select count(*) from (select distinct issuer, subject from (%s) a) b".formatted(ACCOUNTS))) {
                bind(connection, select, 1, broadcast, day);
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }

    /// Fixes who is to be told, in one statement.
    @Transactional(Transactional.TxType.MANDATORY)
    void fix(Broadcast broadcast, LocalDate day) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into broadcast_recipient (broadcast_id, issuer, subject, post_id, member_id, language)
                    select distinct on (issuer, subject) ?::uuid, issuer, subject, post_id, member_id, %s
                      from (%s) a
                     order by issuer, subject, post_id nulls last, member_id
                    on conflict on constraint one_recipient_per_broadcast do nothing""".formatted(LANGUAGE, ACCOUNTS))) {
                insert.setObject(1, broadcast.id());
                bind(connection, insert, 2, broadcast, day);
                insert.executeUpdate();
            }
        });
    }

    /// Takes some of those who are still to be told; they are gone when the transaction commits.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Recipient> take(UUID broadcast, int most) {
        return session.doReturningWork(connection -> {
            try (var delete = connection.prepareStatement("""
                    delete from broadcast_recipient r using (
                      select broadcast_id, issuer, subject from broadcast_recipient
                       where broadcast_id = ? order by issuer, subject limit ? for update skip locked) t
                     where r.broadcast_id = t.broadcast_id and r.issuer = t.issuer and r.subject = t.subject
                    returning r.issuer, r.subject, r.post_id, r.member_id, r.language""")) {
                delete.setObject(1, broadcast);
                delete.setInt(2, most);
                return recipients(delete);
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    int dropThoseOfCancelled(int most) {
        return session.createNativeMutationQuery("""
                        delete from broadcast_recipient where (broadcast_id, issuer, subject) in (
                          select r.broadcast_id, r.issuer, r.subject
                            from broadcast b join broadcast_recipient r on r.broadcast_id = b.id
                           where b.status = 'CANCELLED' limit ?1)""").setParameter(1, most).executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addSent(UUID broadcast, int many) {
        session.createNativeMutationQuery("update broadcast set sent = sent + ?2 where id = ?1")
                .setParameter(1, broadcast)
                .setParameter(2, many)
                .executeUpdate();
    }

    /// Holders of posts, as far as they are held on the day and lie within reach.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Recipient> holdersOf(Collection<UUID> posts, Reach reach, LocalDate day) {
        if (posts.isEmpty() || reach.isNothing()) {
            return List.of();
        }
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select a.issuer, a.subject, a.post_id, null::uuid as member_id, %s as language
                      from (select p.holder_issuer as issuer, p.holder_subject as subject, p.id as post_id, o.path
                              from reach_post p join reach_organisation o on o.id = p.organisation_id
                             where p.id = any(?) and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)) a
                     where exists (select 1 from unnest(?::text[]) root where starts_with(a.path, root))""".formatted(LANGUAGE))) {
                select.setArray(1, connection.createArrayOf("uuid", posts.toArray()));
                select.setObject(2, day);
                select.setObject(3, day);
                select.setArray(
                        4, connection.createArrayOf("text", reach.roots().toArray()));
                return recipients(select);
            }
        });
    }

    private static List<Recipient> recipients(PreparedStatement statement) throws SQLException {
        var recipients = new ArrayList<Recipient>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                recipients.add(new Recipient(
                        rows.getString("issuer"),
                        rows.getString("subject"),
                        rows.getObject("post_id", UUID.class),
                        rows.getObject("member_id", UUID.class),
                        false,
                        rows.getString("language")));
            }
        }
        return recipients;
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int first, Broadcast broadcast, LocalDate day)
            throws SQLException {
        int at = first;
        var end = Reach.endOf(broadcast.organisationPath());
        statement.setString(at++, broadcast.organisationPath());
        statement.setString(at++, end);
        statement.setArray(
                at++,
                connection.createArrayOf(
                        "text", broadcast.roles().stream().map(Role::name).toArray()));
        statement.setObject(at++, day);
        statement.setObject(at++, day);
        statement.setObject(at++, day);
        statement.setBoolean(at++, broadcast.members());
        statement.setString(at++, broadcast.organisationPath());
        statement.setString(at, end);
    }
}
