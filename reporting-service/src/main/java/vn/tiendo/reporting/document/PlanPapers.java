package vn.tiendo.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.document.KnownNames.Named;
import vn.tiendo.reporting.document.KnownPapers.Demand;
import vn.tiendo.reporting.document.KnownPapers.Plan;
import vn.tiendo.reporting.document.OfficialDocument.Authority;
import vn.tiendo.reporting.document.OfficialDocument.Letterhead;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;
import vn.tiendo.reporting.document.OfficialDocument.Signature;
import vn.tiendo.reporting.document.PaperDesk.Drawn;
import vn.tiendo.reporting.progress.BoundByPlan;

/// Makes the papers of plans: what a clerk has filled in first, then what is published of them, then blanks; but
/// what an issued plan was issued with stands. The full text stays with plans-service, so these papers list what is
/// demanded.
@ApplicationScoped
class PlanPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    @Inject
    KnownPapers plans;

    @Inject
    KnownNames names;

    @Inject
    BoundByPlan binding;

    @Inject
    PaperDesk desk;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @Transactional
    Drawn draw(UUID id) {
        return draw(get(id));
    }

    /// By those who draft the plans of the organisation: what is not published stays with them.
    @Transactional
    Drawn fillIn(UUID id, @Nullable String ifMatch, PaperDetails details) {
        var plan = get(id);
        var issuer = organisations.get(plan.organisationId());
        var post = actor.get().require(issuer.path(), Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);
        if (plan.isOver()) {
            throw new DocumentProblem.PlanPaperIsFinal();
        }
        PublishedHead.of(plan).requireKept(details);
        desk.fillIn("plan", id, post, ifMatch, details);
        return draw(plan);
    }

    private Plan get(UUID id) {
        var bound = PlanSight.boundOf(actor.get());
        return plans.get(id, new PlanSight(PlanSight.workOf(actor.get()), bound, binding.anyIn(id, bound.roots())));
    }

    private Drawn draw(Plan plan) {
        var filledIn = desk.of(plan.id());
        var shown = filledIn.with(PublishedHead.of(plan).over(filledIn.details()));
        return shown.on(known(plan, shown.details()));
    }

    /// @param details some of which decide on what is known: names of which day, and who speaks in the text
    private OfficialDocument known(Plan plan, PaperDetails details) {
        var drawnUpOn = Objects.requireNonNullElseGet(plan.issueDate(), () -> Days.dayOf(clock.instant()));
        var day = Objects.requireNonNullElse(details.date(), drawnUpOn);
        var issuer = names.find(plan.organisationId(), day).orElseGet(() -> new Named("", null, Form.PARTY));
        var issuerName = Objects.requireNonNullElse(details.issuerName(), issuer.name());
        var superior = names.nameOf(issuer.parentId(), day);
        var recipients = new ArrayList<Recipient>();
        if (superior != null) {
            recipients.add(new Recipient(superior, "để báo cáo"));
        }
        recipients.add(new Recipient("Các tổ chức được giao nhiệm vụ", "để thực hiện"));
        recipients.add(new Recipient("Lưu", null));
        return new OfficialDocument(
                new Letterhead(
                        issuer.form(),
                        superior,
                        issuerName,
                        plan.number(),
                        plan.symbol(),
                        null,
                        plan.issueDate(),
                        drawnUpOn),
                Phrases.typeOf(plan.type()),
                plan.title(),
                List.of(),
                body(plan, issuerName, day),
                recipients,
                new Signature(List.of(new Authority(Capacity.ON_BEHALF, issuerName)), null, null));
    }

    private List<Block> body(Plan plan, String issuer, LocalDate day) {
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(issuer + " ban hành " + lower(Phrases.nameOf(plan.type())) + " “" + plan.title()
                + "”" + period(plan) + ", với các nhiệm vụ sau:"));
        var demands = plan.obligations() == null ? List.<Demand>of() : plan.obligations();
        section(
                body,
                "Nhiệm vụ trọng tâm",
                demands.stream()
                        .filter(demand -> !"CONTEXT".equals(demand.tier()))
                        .toList(),
                day);
        section(
                body,
                "Nhiệm vụ liên quan",
                demands.stream()
                        .filter(demand -> "CONTEXT".equals(demand.tier()))
                        .toList(),
                day);
        body.add(new Block.Paragraph(
                "Bản này ghi các nhiệm vụ đã công bố trên hệ thống; toàn văn do " + issuer + " lưu giữ./."));
        return body;
    }

    private void section(List<Block> body, String title, List<Demand> demands, LocalDate day) {
        if (demands.isEmpty()) {
            return;
        }
        body.add(new Block.Section(title));
        var rows = new ArrayList<List<Block.Cell>>();
        for (var demand : demands) {
            rows.add(List.of(
                    new Block.Amount(BigDecimal.valueOf(rows.size() + 1)),
                    new Block.Words(Phrases.obligation(demand.kind(), demand.form())),
                    new Block.Words(Objects.requireNonNullElse(demand.subject(), "")),
                    new Block.Words(count(demand)),
                    new Block.Words(
                            demand.deadline() == null
                                    ? ""
                                    : Objects.requireNonNullElse(
                                            demand.deadline().raw(), "")),
                    new Block.Words(
                            Objects.requireNonNullElse(names.nameOf(demand.recipientOrganisationId(), day), ""))));
        }
        body.add(new Block.Grid(
                "",
                List.of(
                        new Block.Column("TT", 7),
                        new Block.Column("Nhiệm vụ", 26),
                        new Block.Column("Đối tượng thực hiện", 25),
                        new Block.Column("Số lượng", 12),
                        new Block.Column("Thời hạn", 17),
                        new Block.Column("Nơi nhận", 16)),
                rows));
    }

    private static String count(Demand demand) {
        var unit = demand.unit() == null ? "" : " " + demand.unit();
        if (demand.targetCount() != null) {
            return demand.targetCount() + unit;
        }
        if (demand.minCount() == null) {
            return demand.maxCount() == null ? "" : "nhiều nhất " + demand.maxCount() + unit;
        }
        if (demand.maxCount() == null) {
            return "ít nhất " + demand.minCount() + unit;
        }
        return demand.minCount().equals(demand.maxCount())
                ? demand.minCount() + unit
                : demand.minCount() + " – " + demand.maxCount() + unit;
    }

    private static String period(Plan plan) {
        if (plan.periodFrom() == null) {
            return " năm " + plan.year();
        }
        return plan.periodTo() == null
                ? ", thực hiện từ ngày " + DAY.format(plan.periodFrom())
                : ", thực hiện từ ngày " + DAY.format(plan.periodFrom()) + " đến ngày " + DAY.format(plan.periodTo());
    }

    private static String lower(String name) {
        return Text.line(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    /// Such as "Kế hoạch số 33-KH/TU ngày 09/9/2021 của Tỉnh ủy về “…”".
    static String referenceTo(Plan plan, KnownNames names, LocalDate day) {
        var reference = new StringBuilder(Phrases.nameOf(plan.type()));
        var issuer = names.find(plan.organisationId(), plan.issueDate() == null ? day : plan.issueDate());
        if (plan.number() != null && plan.symbol() != null) {
            var party = issuer.map(Named::form).orElse(Form.PARTY) == Form.PARTY;
            reference
                    .append(" số ")
                    .append(plan.number())
                    .append(party ? '-' : '/')
                    .append(plan.symbol());
        }
        if (plan.issueDate() != null) {
            reference.append(" ngày ").append(DAY.format(plan.issueDate()));
        }
        issuer.map(Named::name).ifPresent(name -> reference.append(" của ").append(name));
        return reference.append(" về “").append(plan.title()).append('”').toString();
    }
}
