package vn.tiendo.notifications.policy;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.policy.PolicyApi.NewPolicy;
import vn.tiendo.notifications.policy.PolicyApi.PolicyChange;
import vn.tiendo.notifications.policy.PolicyProblem.PolicyEndsBeforeItBegins;
import vn.tiendo.notifications.policy.PolicyProblem.PolicyHasEnded;
import vn.tiendo.notifications.policy.PolicyProblem.RoleCannotBeTold;
import vn.tiendo.notifications.policy.PolicyProblem.RungStandsTwice;

/// When and whom an organisation wants reminded, itself and all below it that have no policy of their own.
@Entity
public class ReminderPolicy {

    /// What everybody goes by who has no other; it belongs to nobody and is in no table.
    static final List<PolicyRung> SHIPPED = IntStream.of(Ladder.SHIPPED.days())
            .mapToObj(days -> new PolicyRung(days, shippedAudience(days)))
            .toList();

    /// Whoever has work with what others owe; members, auditors and administrators have none.
    private static final List<Role> TOLD =
            List.of(Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER, Role.INSPECTOR);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;
    private @Nullable String obligationKind;

    @Enumerated(EnumType.STRING)
    private DayCount dayCount;

    private int minuteOfDay;

    @Convert(converter = RungsText.class)
    private List<PolicyRung> rungs;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private Instant createdAt;

    protected ReminderPolicy() {}

    ReminderPolicy(KnownOrganisation organisation, NewPolicy content, LocalDate today, Instant now) {
        id = Uuid7.next();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        obligationKind = content.obligationKind();
        validFrom = content.validFrom() == null ? today : content.validFrom();
        createdAt = now;
        take(content.dayCount(), content.firesAt(), content.rungs());
    }

    /// Who owes, and after the day the officers above it as well.
    private static List<Audience> shippedAudience(int days) {
        var debtor = Stream.of(new Audience(Role.CELL_SECRETARY, 0), new Audience(Role.COMMITTEE_OFFICER, 0));
        return days > 0
                ? Stream.concat(debtor, Stream.of(new Audience(Role.COMMITTEE_OFFICER, 1)))
                        .toList()
                : debtor.toList();
    }

    /// What has been sent stays sent; rungs ahead follow the new ladder.
    ///
    /// @throws PolicyHasEnded when its last day is over
    void change(PolicyChange change, LocalDate today) {
        requireOpen(today);
        take(change.dayCount(), change.firesAt(), change.rungs());
    }

    /// @param lastDay from the next day on what is inherited holds again
    void end(LocalDate lastDay, LocalDate today) {
        requireOpen(today);
        if (lastDay.isBefore(validFrom)) {
            throw new PolicyEndsBeforeItBegins();
        }
        validTo = lastDay;
    }

    private void requireOpen(LocalDate today) {
        if (validTo != null && validTo.isBefore(today)) {
            throw new PolicyHasEnded();
        }
    }

    private void take(DayCount count, @Nullable LocalTime hour, List<PolicyRung> newRungs) {
        var days = new HashSet<Integer>();
        for (var rung : newRungs) {
            if (!days.add(rung.days())) {
                throw new RungStandsTwice(rung.days());
            }
            rung.tell().stream()
                    .filter(audience -> !TOLD.contains(audience.role()))
                    .findFirst()
                    .ifPresent(audience -> {
                        throw new RoleCannotBeTold(audience.role());
                    });
        }
        dayCount = count;
        minuteOfDay = (hour == null ? Rung.HOUR : hour).toSecondOfDay() / 60;
        rungs = newRungs.stream()
                .sorted((one, other) -> Integer.compare(one.days(), other.days()))
                .toList();
    }

    DatedLadder ladder() {
        return new DatedLadder(
                id,
                (int) organisationPath.chars().filter(each -> each == '/').count(),
                obligationKind != null,
                validFrom,
                validTo,
                new Ladder(rungs.stream().map(PolicyRung::rung).toList(), dayCount, firesAt()));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    String obligationKind() {
        return obligationKind;
    }

    DayCount dayCount() {
        return dayCount;
    }

    LocalTime firesAt() {
        return LocalTime.ofSecondOfDay(minuteOfDay * 60L);
    }

    List<PolicyRung> rungs() {
        return rungs;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
