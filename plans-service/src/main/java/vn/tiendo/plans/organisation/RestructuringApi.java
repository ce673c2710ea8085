package vn.tiendo.plans.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The JSON of restructurings.
final class RestructuringApi {

    private RestructuringApi() {}

    /// Several acts under one decision; all of them take effect on the day, or none does.
    ///
    /// @param acts carried out in this order
    record NewRestructuring(
            @NotNull @Valid Decision decision,
            @NotNull LocalDate effectiveOn,
            @NotEmpty @Size(max = 1000) List<@Valid @NotNull Act> acts) {}

    /// The document that orders it.
    record Decision(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 60) String symbol,
            @NotNull LocalDate date,
            @NotBlank @Size(max = 300) String issuer) {}

    /// An organisation by its id or by its code; one that an earlier act of the decision makes has only a code.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ref(@Nullable UUID id, @Nullable @Size(max = 40) String code) {

        @JsonIgnore
        @AssertTrue(message = "id or code")
        boolean isOne() {
            return (id == null) != (code == null);
        }
    }

    /// An organisation that is there already, or one that the act makes.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            @Nullable UUID id,
            @Nullable @Size(max = 40) String code,
            @Nullable @Valid Founding create) {

        @JsonIgnore
        @AssertTrue(message = "id, code or create")
        boolean isOne() {
            return Stream.of(id, code, create).filter(Objects::nonNull).count() == 1;
        }

        Ref ref() {
            return new Ref(id, code);
        }
    }

    record Founding(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}")
            String code,

            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 40) String kind,
            @NotNull Hierarchy hierarchy,
            @NotNull @Valid Ref parent) {}

    /// A child of an ending organisation that goes elsewhere than to its successor.
    record Child(
            @NotNull @Valid Ref organisation,
            @NotNull @Valid Ref to) {}

    /// An open assignment of a split organisation that goes elsewhere than to the default successor.
    record Duty(@NotNull UUID assignmentId, @NotNull @Valid Ref to) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Rename.class, name = "RENAME"),
        @JsonSubTypes.Type(value = Move.class, name = "MOVE"),
        @JsonSubTypes.Type(value = Merge.class, name = "MERGE"),
        @JsonSubTypes.Type(value = Split.class, name = "SPLIT"),
        @JsonSubTypes.Type(value = Dissolve.class, name = "DISSOLVE")
    })
    @Schema(
            oneOf = {Rename.class, Move.class, Merge.class, Split.class, Dissolve.class},
            discriminatorProperty = "type",
            discriminatorMapping = {
                @DiscriminatorMapping(value = "RENAME", schema = Rename.class),
                @DiscriminatorMapping(value = "MOVE", schema = Move.class),
                @DiscriminatorMapping(value = "MERGE", schema = Merge.class),
                @DiscriminatorMapping(value = "SPLIT", schema = Split.class),
                @DiscriminatorMapping(value = "DISSOLVE", schema = Dissolve.class)
            })
    sealed interface Act {}

    /// What is absent stays as it is.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rename(
            @NotNull @Valid Ref organisation,

            @Nullable @Size(min = 1, max = 200) String name,

            @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}")
            String code,

            @Nullable @Size(min = 1, max = 40) String kind)
            implements Act {}

    /// The whole subtree moves along.
    record Move(
            @NotNull @Valid Ref organisation,
            @NotNull @Valid Ref parent) implements Act {}

    /// All that are named end; children follow into the target unless they are named.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Merge(
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Ref> organisations,
            @NotNull @Valid Target into,
            @Nullable @Size(max = 1000) List<@Valid @NotNull Child> children)
            implements Act {}

    /// The organisation ends; the first of its successors takes what no exception names.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Split(
            @NotNull @Valid Ref organisation,
            @NotNull @Size(min = 2, max = 20) List<@Valid @NotNull Target> into,
            @Nullable @Size(max = 1000) List<@Valid @NotNull Child> children,
            @Nullable @Size(max = 1000) List<@Valid @NotNull Duty> assignments)
            implements Act {}

    /// @param successor absent means the superior
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dissolve(
            @NotNull @Valid Ref organisation,
            @Nullable @Valid Ref successor,
            @Nullable @Size(max = 1000) List<@Valid @NotNull Child> children)
            implements Act {}

    /// What became of one organisation, or would.
    ///
    /// @param carriedAlong organisations below it that changed their place with it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Effect(
            Deed deed,
            UUID organisationId,
            String code,
            String name,
            @Nullable UUID parentId,
            List<UUID> successorIds,
            long carriedAlong) {}

    enum Deed {
        CREATED,
        RENAMED,
        MOVED,
        ENDED
    }

    /// @param organisationsChanged all organisations whose place, name or validity changes
    /// @param passesOn how many things of each kind pass to successors
    /// @param namedOnly whether only the organisations that the acts name were looked at, because much is touched:
    ///     what lies below them and what passes on is counted when it is carried out
    record Outcome(List<Effect> effects, long organisationsChanged, Map<String, Long> passesOn, boolean namedOnly) {}

    /// Why a planned or accepted restructuring could not be applied.
    record Failure(String code, Map<String, String> arguments, Instant at) {}

    /// @param outcome what would happen while it is planned or accepted, what has happened once it is applied
    /// @param startedAt when carrying it out in the background first began
    /// @param completedAt when all that passes to successors has passed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RestructuringView(
            UUID id,
            Decision decision,
            LocalDate effectiveOn,
            Restructuring.Status status,
            List<Act> acts,
            Outcome outcome,
            Instant recordedAt,
            @Nullable Instant startedAt,
            @Nullable Instant appliedAt,
            @Nullable Instant completedAt,
            @Nullable Instant cancelledAt,
            @Nullable Failure failure) {

        static RestructuringView of(Restructuring restructuring) {
            return new RestructuringView(
                    restructuring.id(),
                    restructuring.decision(),
                    restructuring.effectiveOn(),
                    restructuring.status(),
                    restructuring.acts(),
                    restructuring.outcome(),
                    restructuring.recordedAt(),
                    restructuring.startedAt(),
                    restructuring.appliedAt(),
                    restructuring.completedAt(),
                    restructuring.cancelledAt(),
                    restructuring.failure());
        }
    }

    /// The answer to a dry run: nothing was stored.
    record RehearsalView(LocalDate effectiveOn, Outcome outcome) {}

    record RestructuringPage(
            List<RestructuringView> items, @Nullable String nextCursor) {}
}
