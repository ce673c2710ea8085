package vn.tiendo.notifications.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The JSON of preferences and of what organisations set for them.
final class PreferenceApi {

    private PreferenceApi() {}

    /// What holds for the caller, when it is addressed for one organisation.
    ///
    /// @param organisationId absent when only what is shipped lies under the own wishes
    /// @param own what the caller has set itself; change it and send it back
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreferenceView(
            @Nullable UUID organisationId,
            List<CellView> cells,
            QuietHoursView quietHours,
            List<DigestView> digests,
            Wishes own) {

        static PreferenceView of(@Nullable UUID organisation, Effective effective) {
            return new PreferenceView(
                    organisation,
                    Arrays.stream(Category.values())
                            .flatMap(category -> CellView.of(category, effective))
                            .toList(),
                    QuietHoursView.of(effective.quietHours()),
                    Arrays.stream(Category.values())
                            .map(category -> DigestView.of(effective.digest(category)))
                            .toList(),
                    effective.own());
        }
    }

    /// @param mandatory cannot be switched off
    /// @param source whether it is the caller's own, an organisation's, or shipped
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CellView(
            Category category,
            ChannelKind channel,
            boolean on,
            boolean mandatory,
            Source source,
            @Nullable UUID organisationId) {

        private static Stream<CellView> of(Category category, Effective effective) {
            return Arrays.stream(ChannelKind.values()).map(channel -> {
                var on = effective.on(category, channel);
                return new CellView(
                        category,
                        channel,
                        on.value(),
                        effective.isMandatory(category, channel),
                        on.source(),
                        on.organisationId());
            });
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuietHoursView(
            LocalTime from,
            LocalTime to,
            boolean workingDaysOnly,
            Source source,
            @Nullable UUID organisationId) {

        private static QuietHoursView of(Held<QuietHours> held) {
            var quiet = held.value();
            return new QuietHoursView(
                    quiet.from(), quiet.to(), quiet.workingDaysOnly(), held.source(), held.organisationId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DigestView(
            Category category,
            Rhythm rhythm,
            @Nullable LocalTime at,
            @Nullable DayOfWeek day,
            Source source,
            @Nullable UUID organisationId) {

        private static DigestView of(Held<Digest> held) {
            var digest = held.value();
            return new DigestView(
                    digest.category(),
                    digest.rhythm(),
                    digest.at(),
                    digest.day(),
                    held.source(),
                    held.organisationId());
        }
    }

    /// @param organisationId for whom, with all below it
    /// @param validFrom first day, today when absent
    record NewDefault(
            @NotNull UUID organisationId,
            @Nullable LocalDate validFrom,
            @NotNull @Valid Defaults defaults) {}

    record DefaultChange(@NotNull @Valid Defaults defaults) {}

    /// @param lastDay on which it still holds
    record DefaultEnding(@NotNull LocalDate lastDay) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DefaultView(
            UUID id,
            UUID organisationId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Defaults defaults) {

        static DefaultView of(PreferenceDefault set) {
            return new DefaultView(set.id(), set.organisationId(), set.validFrom(), set.validTo(), set.defaults());
        }
    }

    record DefaultPage(List<DefaultView> items, @Nullable String nextCursor) {}
}
