package vn.tiendo.plans.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.Debtors;

/// The organisations that the words of a document seem to mean: proposals, each with how sure it is.
///
/// @param issuer the organisation that the document names as its issuer
/// @param obligations by the id of the obligation
record Resolution(@Nullable NamedOrganisation issuer, Map<String, Parties> obligations) {

    static final Resolution NONE = new Resolution(null, Map.of());

    /// @param recipientIsParent the words mean each debtor's own superior
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parties(
            @Nullable ProposedDebtors debtors,
            @Nullable NamedOrganisation recipient,
            @Nullable Boolean recipientIsParent,
            @Nullable NamedOrganisation via) {

        static final Parties UNKNOWN = new Parties(null, null, null, null);
    }

    /// @param organisationId within the reach of who sent the document, or on the line above
    record NamedOrganisation(UUID organisationId, String name, double confidence) {}

    /// Who owes, as a predicate and as the organisations that fit it today.
    ///
    /// @param organisations the first of them in the order of the tree; all when there are not more
    /// @param count how many there are
    /// @param phrases the words that were understood, each with what it stands for
    /// @param left the words that were not
    record ProposedDebtors(
            Debtors predicate,
            List<UUID> organisations,
            int count,
            double confidence,
            List<Understood> phrases,
            List<String> left) {}

    record Understood(String words, String means) {}
}
