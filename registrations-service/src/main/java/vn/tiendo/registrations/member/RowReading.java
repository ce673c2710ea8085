package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.CellNotUnderstood;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;
import vn.tiendo.registrations.member.MemberApi.MembershipRequest;

/// Reads a row as the request that it stands for; the same rules of shape hold for both.
@ApplicationScoped
class RowReading {

    private static final UUID NOT_KNOWN_YET = new UUID(0, 0);

    @Inject
    Validator validator;

    @Inject
    NaturalKeys keys;

    /// @param request null when the row is refused as it stands
    /// @param person what the row calls it
    record Read(
            @Nullable MemberRequest request,
            String organisationCode,
            String person,
            NaturalKeys.Hashes hashes,
            @Nullable DomainProblem refusal) {

        MemberRequest sound() {
            if (refusal != null) {
                throw refusal;
            }
            if (request == null) {
                throw new IllegalStateException("A row is read or refused");
            }
            return request;
        }

        /// Whether anything but name and birth date tells who it is.
        boolean isNumbered() {
            return hashes.card() != null
                    || hashes.nationalId() != null
                    || (request != null && request.identitySubject() != null);
        }
    }

    /// The fault of a row, such as a formula in it, as the sentence for it is called.
    private static final class FaultyRow extends DomainProblem {
        private static final long serialVersionUID = 1L;

        FaultyRow(String code) {
            super(Kind.RULE, code, Map.of());
        }
    }

    Read read(ImportRow row, String person) {
        var code = row.cell("organisationCode");
        try {
            if (row.fault() != null) {
                throw new FaultyRow(row.fault());
            }
            row.required("organisationCode");
            var request = request(row);
            requireShape(request);
            return new Read(request, code, person, keys.of(request.cardNumber(), request.nationalId()), null);
        } catch (DomainProblem refusal) {
            return new Read(null, code, person, new NaturalKeys.Hashes(null, null), refusal);
        }
    }

    private static MemberRequest request(ImportRow row) {
        return new MemberRequest(
                row.required("name"),
                row.day("birthDate"),
                row.constant("category", MemberCategory.class),
                row.constant("status", MemberStatus.class),
                optional(row, "language"),
                optional(row, "email"),
                optional(row, "phone"),
                optional(row, "identityIssuer"),
                optional(row, "identitySubject"),
                optional(row, "cardNumber"),
                optional(row, "nationalId"),
                List.of(new MembershipRequest(NOT_KNOWN_YET, row.day("from"), row.optionalDay("to"))));
    }

    private static @Nullable String optional(ImportRow row, String column) {
        var text = row.cell(column);
        return text.isEmpty() ? null : text;
    }

    private void requireShape(MemberRequest request) {
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            var field = violations.stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .min(String::compareTo)
                    .orElseThrow();
            throw new CellNotUnderstood(
                    field.startsWith("memberships") ? "to" : field.equals("identityWhole") ? "identityIssuer" : field);
        }
    }
}
