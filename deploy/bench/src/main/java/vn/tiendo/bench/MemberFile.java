package vn.tiendo.bench;

import java.util.Locale;

/// A file for the import of members: one row each, all in one category, none of them real.
final class MemberFile {

    private static final String HEADER =
            "name,birthDate,category,status,organisationCode,from,nationalId,email,phone,identityIssuer,identitySubject\n";

    private final StringBuilder rows = new StringBuilder(HEADER);
    private final String issuer;
    private int number;

    /// @param issuer of the accounts
    MemberFile(String issuer) {
        this.issuer = issuer;
    }

    /// @param nationalId twelve digits that nobody else has; empty for none
    MemberFile add(String cell, String account, String nationalId) {
        number++;
        rows.append(String.format(
                Locale.ROOT,
                "Nguyễn Văn Số %d,%d-%02d-%02d,PARTY_MEMBER,ACTIVE,%s,2021-01-01,%s,m%d@example.org,,%s,%s%n",
                number,
                1950 + number % 50,
                1 + number % 12,
                1 + number % 28,
                cell,
                nationalId,
                number,
                issuer,
                account));
        return this;
    }

    String csv() {
        return rows.toString();
    }
}
