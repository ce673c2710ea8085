package vn.tiendo.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.fact.Facts.Span;
import vn.tiendo.reporting.organisation.Place;

class ReportTest {

    private static final Instant DUE = Instant.parse("2024-05-04T17:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 2);
    private static final Instant EARLY = DUE.minus(Duration.ofDays(1));
    private static final UUID WARD = UUID.randomUUID();
    private static final UUID TOWN = UUID.randomUUID();
    private static final UUID BOARD = UUID.randomUUID();

    private static OwedReport owed(Instant dueAt, UUID recipient, UUID via, Instant waivedAt) {
        return new OwedReport(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                WARD,
                "PERIODIC_REPORT",
                null,
                "2024",
                null,
                dueAt,
                recipient,
                via,
                null,
                waivedAt,
                null,
                null);
    }

    private static Report expected(UUID via) {
        var report = new Report(owed(DUE, null, via, null), EARLY);
        assertThat(report.fileAt(new Place(WARD, TOWN, "a/b/"))).isEqualTo(ReportEvent.EXPECTED);
        return report;
    }

    private static ReportContent content(Report report) {
        var content = new ReportContent(report.id(), report.edition(), "me", EARLY);
        content.write(new Narrative("done", null, null, null, null), Map.of(), "me", EARLY, 1);
        return content;
    }

    private static Report submitted(UUID via, Instant at) {
        var report = expected(via);
        assertThat(report.draft(TODAY)).isEqualTo(ReportEvent.DRAFTED);
        assertThat(report.submit(content(report), "writer", at)).isEqualTo(ReportEvent.SUBMITTED);
        return report;
    }

    @Test
    void without_a_named_recipient_it_goes_to_the_parent() {
        assertThat(expected(null).state().recipientOrganisationId()).isEqualTo(TOWN);
    }

    @Test
    void what_goes_to_the_parent_goes_to_another_one_when_its_organisation_moves() {
        var elsewhere = new Place(WARD, BOARD, "c/b/");
        var direct = submitted(null, EARLY);
        assertThat(direct.moveTo(elsewhere)).contains(ReportEvent.CHANGED);
        assertThat(direct.state().recipientOrganisationId()).isEqualTo(BOARD);
        assertThat(direct.moveTo(elsewhere)).isEmpty();
        assertThat(direct.follow(owed(DUE, null, null, null))).isEmpty(); // the plan names nobody still
        assertThat(direct.follow(owed(DUE, TOWN, null, null))).contains(ReportEvent.CHANGED);
        assertThat(direct.moveTo(elsewhere)).isEmpty(); // now it is named
        var accepted = submitted(null, EARLY);
        assertThat(accepted.accept("somebody else", EARLY)).isEqualTo(ReportEvent.ACCEPTED);
        assertThat(accepted.moveTo(elsewhere)).isEmpty();
    }

    @Test
    void the_desk_moves_from_the_via_body_to_the_recipient() {
        var report = submitted(BOARD, EARLY);
        assertThat(report.route().deskAt(report.status())).isEqualTo(BOARD);
        assertThat(report.receive(EARLY)).isEqualTo(ReportEvent.RECEIVED);
        assertThat(report.route().deskAt(report.status())).isEqualTo(BOARD);
        assertThat(report.forward(EARLY)).isEqualTo(ReportEvent.FORWARDED);
        assertThat(report.route().deskAt(report.status())).isEqualTo(TOWN);
    }

    @Test
    void a_via_body_that_is_the_recipient_is_no_via_body() {
        var report = submitted(TOWN, EARLY);
        assertThat(report.route().hasVia()).isFalse();
        assertThat(report.accept("other", EARLY)).isEqualTo(ReportEvent.ACCEPTED);
    }

    @Test
    void the_first_instant_that_is_too_late_is_late() {
        assertThat(submitted(null, DUE.minusNanos(1)).state().late()).isFalse();
        assertThat(submitted(null, DUE).state().late()).isTrue();
    }

    @Test
    void a_slow_recipient_makes_nobody_late() {
        var report = submitted(null, EARLY);
        assertThat(report.accept("other", DUE.plusSeconds(1))).isEqualTo(ReportEvent.ACCEPTED);
        assertThat(report.isLate(DUE.plusSeconds(2))).isFalse();
    }

    @Test
    void an_extension_forgives_what_came_between_the_days() {
        var report = submitted(null, DUE.plusSeconds(1));
        assertThat(report.follow(owed(DUE.plusSeconds(2), TOWN, null, null))).contains(ReportEvent.CHANGED);
        assertThat(report.state().late()).isFalse();
    }

    @Test
    void the_day_of_its_own_correction_is_not_followed() {
        var report = submitted(null, EARLY);
        var until = DUE.plusSeconds(60);
        assertThat(report.sendBack("no", until, EARLY)).isEqualTo(ReportEvent.RETURNED);
        var echo = new OwedReport(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                WARD,
                "PERIODIC_REPORT",
                null,
                "2024",
                null,
                until,
                null,
                null,
                until,
                null,
                null,
                null);
        assertThat(report.follow(echo)).isEmpty();
        assertThat(report.state().dueAt()).isEqualTo(DUE);
    }

    @Test
    void who_handed_it_in_does_not_accept_it() {
        var report = submitted(null, EARLY);
        assertThatThrownBy(() -> report.accept("writer", EARLY)).isInstanceOf(ReportProblem.OwnReport.class);
        assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void another_recipient_takes_it_over_until_it_is_accepted() {
        var report = submitted(null, EARLY);
        assertThat(report.follow(owed(DUE, BOARD, null, null))).contains(ReportEvent.CHANGED);
        assertThat(report.state().recipientOrganisationId()).isEqualTo(BOARD);
        assertThat(report.accept("another", EARLY)).isEqualTo(ReportEvent.ACCEPTED);
        assertThat(report.follow(owed(DUE, TOWN, null, null))).isEmpty();
        assertThat(report.state().recipientOrganisationId()).isEqualTo(BOARD);
    }

    @Test
    void a_waiver_withdraws_a_draft_and_its_end_brings_the_draft_back() {
        var report = expected(null);
        assertThat(report.draft(TODAY)).isEqualTo(ReportEvent.DRAFTED);
        assertThat(report.follow(owed(DUE, null, null, EARLY))).contains(ReportEvent.WITHDRAWN);
        assertThat(report.isLate(DUE)).isFalse();
        assertThat(report.follow(owed(DUE, null, null, null))).contains(ReportEvent.EXPECTED);
        assertThat(report.status()).isEqualTo(ReportStatus.DRAFT);
    }

    @Test
    void an_amendment_carries_it_to_the_obligation_in_the_place_of_its_own() {
        var report = submitted(null, EARLY);
        var amended = new OwedReport(
                new UUID(1, 1),
                new UUID(2, 2),
                new UUID(2, 3),
                WARD,
                "PERIODIC_REPORT",
                null,
                "2024",
                null,
                DUE,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(report.follow(amended)).contains(ReportEvent.CHANGED);
        assertThat(report.state().planId()).isEqualTo(new UUID(2, 2));
        assertThat(report.state().obligationId()).isEqualTo(new UUID(2, 3));
        assertThat(report.status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(report.follow(amended)).isEmpty();
    }

    private static OwedReport turn(@Nullable LocalDate opensOn) {
        return new OwedReport(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                WARD,
                "INTERIM_REVIEW_REPORT",
                "THREE_YEAR",
                "2021",
                opensOn,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_turn_of_three_years_is_known_by_the_day_on_which_it_opens_until_somebody_begins_to_write() {
        var report = new Report(turn(null), EARLY);
        assertThat(report.period()).isEqualTo("2021");
        assertThat(report.follow(turn(LocalDate.of(2021, 1, 1)))).contains(ReportEvent.CHANGED);
        assertThat(report.period()).isEqualTo("2021-2023");
        assertThat(report.draft(TODAY)).isEqualTo(ReportEvent.DRAFTED);
        assertThat(report.follow(turn(null))).isEmpty();
        assertThat(report.period()).isEqualTo("2021-2023");
    }

    @Test
    void an_unchanged_assignment_tells_nothing() {
        assertThat(expected(BOARD).follow(owed(DUE, null, BOARD, null))).isEmpty();
    }

    @Test
    void an_edition_that_was_handed_in_is_never_written_again() {
        var report = submitted(null, EARLY);
        assertThat(report.sendBack("no", DUE.plusSeconds(60), EARLY)).isEqualTo(ReportEvent.RETURNED);
        assertThat(report.draft(TODAY)).isEqualTo(ReportEvent.DRAFTED);
        assertThat(report.edition()).isEqualTo(2);
        assertThat(report.submittedEdition()).isEqualTo(1);
        assertThat(report.status()).isEqualTo(ReportStatus.RETURNED);
    }

    @Test
    void a_report_cannot_be_begun_before_its_days() {
        var report = expected(null);
        report.writeWith(new Basis(new UUID(9, 9), LocalDate.of(2024, 5, 3), LocalDate.of(2024, 6, 14)));
        assertThatThrownBy(() -> report.draft(TODAY)).isInstanceOf(ReportProblem.PeriodNotOpen.class);
        assertThat(report.draft(LocalDate.of(2024, 5, 3))).isEqualTo(ReportEvent.DRAFTED);
    }

    @Test
    void facts_belong_to_its_window_or_else_to_the_year_up_to_the_last_day() {
        var report = expected(null);
        assertThat(report.spanOfFacts(TODAY)).isEqualTo(new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 4)));
        report.writeWith(new Basis(new UUID(9, 9), LocalDate.of(2023, 12, 15), LocalDate.of(2024, 6, 14)));
        assertThat(report.spanOfFacts(TODAY))
                .isEqualTo(new Span(LocalDate.of(2023, 12, 15), LocalDate.of(2024, 6, 14)));
    }

    @Test
    void only_an_accepted_report_is_restated_and_stays_accepted_in_a_new_edition() {
        var report = submitted(null, EARLY);
        assertThatThrownBy(() -> report.restate(DUE)).isInstanceOf(ReportProblem.WrongReportStatus.class);
        assertThat(report.accept("other", EARLY)).isEqualTo(ReportEvent.ACCEPTED);
        assertThat(report.restate(DUE)).isEqualTo(2);
        assertThat(report.status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(report.submittedEdition()).isEqualTo(2);
        assertThat(report.state().restatedAt()).isEqualTo(DUE);
        assertThat(report.state().late()).isFalse();
    }

    @Test
    void an_occurrence_that_names_no_period_is_of_the_year_of_its_last_day() {
        assertThat(expected(null).period()).isEqualTo("2024");
        var once = new OwedReport(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                WARD,
                "PERIODIC_REPORT",
                "ANNUAL",
                "once",
                null,
                Instant.parse("2024-12-31T17:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(new Report(once, EARLY).period()).isEqualTo("2024");
    }
}
