package vn.tiendo.notifications.preference;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.contact.Account;

/// Wishes by account, and what whole batches need to know, each in one statement.
@ApplicationScoped
class PreferenceRepository implements PanacheRepositoryBase<PersonalPreference, UUID> {

    private static final DocumentText.OfWishes WISHES = new DocumentText.OfWishes();
    private static final DocumentText.OfDefaults DEFAULTS = new DocumentText.OfDefaults();

    @Inject
    Session session;

    /// Where an organisation stands.
    ///
    /// @param root the organisation at the top of its tree
    record Place(String path, UUID root) {}

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    Optional<PersonalPreference> of(Account account) {
        return find("issuer = ?1 and subject = ?2", account.issuer(), account.subject())
                .firstResultOptional();
    }

    /// Held to the end of the transaction, so that two changes of one account come one after the other.
    PersonalPreference lock(Account account, Instant now) {
        run("""
                insert into personal_preference (id, version, issuer, subject, wishes, changed_at)
                values (?, 0, ?, ?, ?, ?) on conflict on constraint one_preference_per_account do nothing""", insert -> {
            insert.setObject(1, Uuid7.next());
            insert.setString(2, account.issuer());
            insert.setString(3, account.subject());
            insert.setString(4, WISHES.convertToDatabaseColumn(Wishes.NONE));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
        });
        return find("issuer = ?1 and subject = ?2", account.issuer(), account.subject())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /// Unless the account holds a post, for which it wants the same.
    void forget(Account account) {
        run("""
                delete from personal_preference p where p.issuer = ? and p.subject = ?
                   and not exists (select 1 from reach_post h
                     where h.holder_issuer = p.issuer and h.holder_subject = p.subject)""", delete -> {
            delete.setString(1, account.issuer());
            delete.setString(2, account.subject());
        });
    }

    /// Those of the accounts that have any.
    Map<Account, Wishes> wishesOf(Collection<Account> accounts) {
        var wishes = new HashMap<Account, Wishes>();
        read(
                """
                select p.issuer, p.subject, p.wishes from unnest(?::text[], ?::text[]) a(issuer, subject)
                  join personal_preference p on p.issuer = a.issuer and p.subject = a.subject""",
                select -> {
                    select.setArray(
                            1,
                            texts(select, accounts.stream().map(Account::issuer).toArray()));
                    select.setArray(
                            2,
                            texts(
                                    select,
                                    accounts.stream().map(Account::subject).toArray()));
                },
                row -> wishes.put(
                        new Account(row.getString(1), row.getString(2)),
                        WISHES.convertToEntityAttribute(row.getString(3))));
        return wishes;
    }

    /// Those of the organisations that are known.
    Map<UUID, Place> placesOf(Collection<UUID> organisations) {
        var places = new HashMap<UUID, Place>();
        read(
                """
                select o.id, o.path, coalesce(r.id, o.id) from reach_organisation o
                  left join reach_organisation r on r.path = substr(o.path, 1, strpos(o.path, '/'))
                 where o.id = any(?)""",
                select -> select.setArray(1, select.getConnection().createArrayOf("uuid", organisations.toArray())),
                row -> places.put(
                        row.getObject(1, UUID.class), new Place(row.getString(2), row.getObject(3, UUID.class))));
        return places;
    }

    /// By path, what holds there on a day of what was set at just these places.
    Map<String, Inherited.Of> defaultsAt(Collection<String> paths, LocalDate day) {
        var defaults = new HashMap<String, Inherited.Of>();
        read(
                """
                select distinct on (organisation_id) organisation_path, organisation_id, defaults
                  from preference_default
                 where organisation_path = any(?) and valid_from <= ? and (valid_to is null or valid_to >= ?)
                 order by organisation_id, valid_from desc""",
                select -> {
                    select.setArray(1, texts(select, paths.toArray()));
                    select.setObject(2, day);
                    select.setObject(3, day);
                },
                row -> defaults.put(
                        row.getString(1),
                        new Inherited.Of(
                                row.getObject(2, UUID.class), DEFAULTS.convertToEntityAttribute(row.getString(3)))));
        return defaults;
    }

    private static java.sql.Array texts(PreparedStatement statement, Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values);
    }

    private void run(String sql, Binding binding) {
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                statement.executeUpdate();
            }
        });
    }

    private void read(String sql, Binding binding, Reading reading) {
        session.doWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                binding.to(select);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        reading.of(rows);
                    }
                }
            }
        });
    }
}
