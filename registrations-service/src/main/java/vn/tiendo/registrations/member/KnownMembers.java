package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;

/// Looks up everything that a batch of rows may be about, in four statements.
@ApplicationScoped
class KnownMembers {

    @Inject
    MemberRepository members;

    @Inject
    Session session;

    /// @param places by code; a code that passed to another organisation names several
    /// @param byKey by what tells a person, see the methods
    record Known(Map<String, List<KnownOrganisation>> places, Map<String, List<Member>> byKey) {

        /// The organisation that has the code on the day, or had it.
        Optional<KnownOrganisation> place(String code, LocalDate day) {
            var all = places.getOrDefault(code, List.of());
            return all.stream()
                    .filter(place -> place.isValidOn(day))
                    .findFirst()
                    .or(() -> all.stream().findFirst());
        }

        List<Member> by(@Nullable String key) {
            return key == null ? List.of() : byKey.getOrDefault(key, List.of());
        }

        void learn(Member member) {
            for (var key : keysOf(member)) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(member);
            }
        }
    }

    static @Nullable String key(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    static @Nullable String account(@Nullable String issuer, @Nullable String subject) {
        return subject == null ? null : issuer + "#" + subject;
    }

    static String namesake(String nameKey, @Nullable LocalDate birthDate) {
        return nameKey + "|" + birthDate;
    }

    private static List<String> keysOf(Member member) {
        var keys = new ArrayList<@Nullable String>();
        keys.add(key(member.cardHash()));
        keys.add(key(member.nationalIdHash()));
        keys.add(account(member.identityIssuer(), member.identitySubject()));
        keys.add(namesake(member.nameKey(), member.birthDate()));
        return keys.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    Known lookUp(List<RowReading.Read> rows) {
        var known = new Known(places(rows), new HashMap<>());
        members.list("id in ?1 order by id", ids(rows)).forEach(known::learn);
        return known;
    }

    private Map<String, List<KnownOrganisation>> places(List<RowReading.Read> rows) {
        var codes =
                rows.stream().map(RowReading.Read::organisationCode).distinct().toArray(String[]::new);
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select id, code, name, kind, parent_id, path, valid_from, valid_to from reach_organisation
                 where code = any(?) order by code, valid_from desc\
                """)) {
                select.setArray(1, connection.createArrayOf("text", codes));
                var places = new HashMap<String, List<KnownOrganisation>>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        places.computeIfAbsent(row.getString(2), code -> new ArrayList<>())
                                .add(new KnownOrganisation(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getObject(5, UUID.class),
                                        row.getString(6),
                                        row.getObject(7, LocalDate.class),
                                        row.getObject(8, LocalDate.class)));
                    }
                }
                return places;
            }
        });
    }

    /// By number, by account, or by name and birth date where nothing else is said.
    private List<UUID> ids(List<RowReading.Read> rows) {
        var requests = rows.stream()
                .map(RowReading.Read::request)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        var unnumbered = rows.stream()
                .filter(row -> !row.isNumbered())
                .map(RowReading.Read::request)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select id from member where card_hash = any(?)
                union select id from member where national_id_hash = any(?)
                union select m.id from unnest(?::text[], ?::text[]) as a (issuer, subject)
                        join member m on m.identity_issuer = a.issuer and m.identity_subject = a.subject
                union select m.id from unnest(?::text[], ?::date[]) as n (name_key, birth_date)
                        join member m on m.name_key = n.name_key and m.birth_date = n.birth_date
                       where m.merged_into_id is null\
                """)) {
                select.setArray(
                        1,
                        bytes(connection, rows.stream().map(row -> row.hashes().card())));
                select.setArray(
                        2,
                        bytes(connection, rows.stream().map(row -> row.hashes().nationalId())));
                select.setArray(3, texts(connection, requests.stream().map(MemberRequest::identityIssuer)));
                select.setArray(4, texts(connection, requests.stream().map(MemberRequest::identitySubject)));
                select.setArray(
                        5, texts(connection, unnumbered.stream().map(each -> new PersonName(each.name()).searchKey())));
                select.setArray(
                        6,
                        connection.createArrayOf(
                                "date",
                                unnumbered.stream()
                                        .map(MemberRequest::birthDate)
                                        .toArray()));
                var ids = new ArrayList<UUID>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getObject(1, UUID.class));
                    }
                }
                return ids;
            }
        });
    }

    private static Array bytes(Connection connection, Stream<byte @Nullable []> hashes) throws SQLException {
        return connection.createArrayOf("bytea", hashes.filter(Objects::nonNull).toArray(byte[][]::new));
    }

    private static Array texts(Connection connection, Stream<? extends @Nullable String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
