package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.duty.DutyKind;
import vn.tiendo.notifications.policy.Rung;
import vn.tiendo.notifications.policy.Timetables;
import vn.tiendo.notifications.reminder.Recipients.Asked;
import vn.tiendo.notifications.reminder.Recipients.Found;
import vn.tiendo.notifications.reminder.ReminderPreviewApi.DeadlineView;
import vn.tiendo.notifications.reminder.ReminderPreviewApi.PreviewView;
import vn.tiendo.notifications.reminder.ReminderPreviewApi.RecipientView;
import vn.tiendo.notifications.template.PublishedTemplates;
import vn.tiendo.notifications.template.Purpose;
import vn.tiendo.notifications.template.Words;

/// Answers: on that day, who gets what, and why. Shows roles and places, never accounts or contact points.
@ApplicationScoped
class ReminderPreviews {

    private static final String VIETNAMESE = "vi";

    @Inject
    EntityManager entities;

    @Inject
    ReachRepository organisations;

    @Inject
    Recipients recipients;

    @Inject
    Timetables timetables;

    @Inject
    PublishedTemplates templates;

    @Inject
    CurrentActor currentActor;

    private record Row(String path, @Nullable UUID member, Matter matter, PreviewView view) {}

    /// @throws vn.tiendo.kit.problem.KitProblem.OrganisationNotFound when the organisation is unknown or out of
    /// reach
    @Transactional
    Page<PreviewView> on(LocalDate day, @Nullable UUID organisation, @Nullable UUID plan, PageRequest page) {
        var reach = currentActor
                .get()
                .reach(
                        Role.CELL_SECRETARY,
                        Role.COMMITTEE_OFFICER,
                        Role.COMMITTEE_LEADER,
                        Role.INSPECTOR,
                        Role.AUDITOR,
                        Role.ADMINISTRATOR);
        var within = organisation == null
                ? reach
                : new Reach(List.of(organisations.get(organisation, reach).path()));
        var found = rows(day, within, plan, page);
        var cut = Page.of(found, page, row -> new Cursor(row.path, row.view.reminderId()));
        var audiences = timetables.audiencesOf(cut.items().stream()
                .map(row -> row.view.policyId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var told = recipients.of(
                cut.items().stream()
                        .map(row -> new Asked(
                                row.view.reminderId(),
                                row.view.organisationId(),
                                row.member,
                                audiences
                                        .getOrDefault(row.view.policyId(), Map.of())
                                        .getOrDefault(row.view.daysFromDue(), List.of())))
                        .toList(),
                day);
        var inForce = templates.at(cut.items().stream().map(Row::path).toList());
        return cut.map(
                row -> with(row.view, words(row, day, inForce), told.getOrDefault(row.view.reminderId(), List.of())));
    }

    /// As it is written in Vietnamese to who owes.
    private static Words words(Row row, LocalDate day, PublishedTemplates.InForce inForce) {
        var purpose = row.member == null ? Purpose.DEBTOR : Purpose.MEMBER;
        var values = ReminderText.values(purpose, row.matter, null, row.view.dueDay(), day, VIETNAMESE);
        return inForce.words(
                purpose, VIETNAMESE, row.path, values, () -> ReminderText.shipped(purpose, values, VIETNAMESE));
    }

    private List<Row> rows(LocalDate day, Reach reach, @Nullable UUID plan, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Days.startOf(day));
        parameters.put("to", Days.endOf(day));
        reach.bind(parameters);
        var more = new StringBuilder();
        if (plan != null) {
            more.append(" and d.plan_id = :plan");
            parameters.put("plan", plan);
        }
        page.after().ifPresent(cursor -> {
            more.append(" and (d.organisation_path, r.id) > (:path, :after)");
            parameters.put("path", cursor.key());
            parameters.put("after", cursor.id());
        });
        var query = entities.createNativeQuery(
                """
                select d.organisation_path, r.id, r.status, r.rung, r.fires_at, r.policy_id, d.member_id, d.kind,
                       d.id as duty_id, d.campaign_id, d.plan_id, d.obligation_id, d.organisation_id, r.due_day,
                       d.due_at, b.deadline_type, b.deadline_phrase, b.deadline_reading,
                       %s
                  from reminder r
                  join duty d on d.id = r.duty_id
                  %s
                 where r.fires_at >= :from and r.fires_at < :to and r.status in ('PLANNED', 'FIRED', 'UNADDRESSED')
                   and (r.status = 'FIRED' or r.due_day = d.due_day) and %s%s
                 order by d.organisation_path, r.id""".formatted(Matter.COLUMNS, Matter.JOINS, reach.condition("d.organisation_path"), more), Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.setMaxResults(page.lookFor()).getResultList();
        return rows.stream().map(ReminderPreviews::row).toList();
    }

    private static Row row(Tuple row) {
        var kind = DutyKind.valueOf(row.get("kind", String.class));
        var rung = new Rung(row.get("rung", Integer.class));
        var duty = row.get("duty_id", UUID.class);
        var type = row.get("deadline_type", String.class);
        return new Row(
                row.get("organisation_path", String.class),
                row.get("member_id", UUID.class),
                Matter.of(row),
                new PreviewView(
                        row.get("id", UUID.class),
                        ReminderStatus.valueOf(row.get("status", String.class)),
                        rung.label(),
                        rung.days(),
                        row.get("fires_at", Instant.class),
                        row.get("policy_id", UUID.class),
                        kind,
                        kind == DutyKind.ASSIGNMENT ? duty : null,
                        kind == DutyKind.REGISTRATION ? duty : null,
                        row.get("campaign_id", UUID.class),
                        row.get("plan_id", UUID.class),
                        row.get("obligation_id", UUID.class),
                        row.get("subject", String.class),
                        row.get("organisation_id", UUID.class),
                        row.get("name", String.class),
                        row.get("due_day", LocalDate.class),
                        row.get("due_at", Instant.class),
                        type == null
                                ? null
                                : new DeadlineView(
                                        type,
                                        row.get("deadline_phrase", String.class),
                                        row.get("deadline_reading", String.class)),
                        "",
                        "",
                        List.of()));
    }

    private static PreviewView with(PreviewView view, Words words, List<Found> found) {
        return new PreviewView(
                view.reminderId(),
                view.status(),
                view.rung(),
                view.daysFromDue(),
                view.firesAt(),
                view.policyId(),
                view.kind(),
                view.assignmentId(),
                view.registrationId(),
                view.campaignId(),
                view.planId(),
                view.obligationId(),
                view.subject(),
                view.organisationId(),
                view.organisationName(),
                view.dueDay(),
                view.dueAt(),
                view.deadline(),
                words.title(),
                words.text(),
                found.stream().map(ReminderPreviews::recipient).toList());
    }

    private static RecipientView recipient(Found found) {
        var member = found.recipient().memberId();
        return new RecipientView(
                found.role(), member == null ? found.organisationId() : null, member, found.level(), found.level() > 0);
    }
}
