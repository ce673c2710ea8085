package vn.tiendo.reporting.regime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.regime.TemplateApi.NewTemplate;

/// What administrators, officers and leaders do with templates.
@ApplicationScoped
class TemplateService {

    @Inject
    CurrentActor actor;

    @Inject
    RegimeRepository regimes;

    @Inject
    TemplateRepository templates;

    @Inject
    ReachRepository organisations;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<Template> page(UUID regime, @Nullable UUID organisation, Template.@Nullable Status status, PageRequest page) {
        return templates.page(regimes.get(regime).id(), organisation, status, TemplateReach.of(actor.get()), page);
    }

    @Transactional
    Template read(UUID regime, UUID id) {
        return templates.get(regime, id, TemplateReach.of(actor.get()));
    }

    @Transactional
    Template create(UUID regime, NewTemplate request) {
        regimes.get(regime);
        var by = actor.get();
        var organisation = inReach(by, request.organisationId());
        var post = requireMaker(by, organisation.path());
        var number = templates.lastNumber(regime, organisation.id()) + 1;
        var template = new Template(regime, organisation, number, request.definition(), by.id(), clock.instant());
        templates.persistAndFlush(template);
        record(by, post, "draft-report-template", template, null);
        return template;
    }

    @Transactional
    Template write(UUID regime, UUID id, @Nullable String ifMatch, TemplateDefinition definition) {
        var by = actor.get();
        var template = templates.get(regime, id, TemplateReach.of(by));
        var post = requireMaker(by, template.organisationPath());
        ETags.requireMatch(ifMatch, template.version());
        template.write(definition);
        templates.flush();
        record(by, post, "write-report-template", template, Template.Status.DRAFT);
        return template;
    }

    /// The version published before goes; reports begun with it keep it.
    @Transactional
    Template publish(UUID regime, UUID id, @Nullable String ifMatch) {
        var by = actor.get();
        var template = templates.get(regime, id, TemplateReach.of(by));
        var post = requireMaker(by, template.organisationPath());
        ETags.requireMatch(ifMatch, template.version());
        var organisation = template.organisationId();
        if (organisation != null && template.status() == Template.Status.DRAFT) {
            templates.published(regime, organisation).ifPresent(Template::retire);
            templates.flush();
        }
        template.publish(by.id(), clock.instant());
        templates.flush();
        record(by, post, "publish-report-template", template, Template.Status.DRAFT);
        return template;
    }

    private KnownOrganisation inReach(Actor by, UUID organisation) {
        var roles = Role.values();
        return organisations.get(organisation, by.reach(roles[0], roles));
    }

    private static HeldPost requireMaker(Actor by, String path) {
        return by.require(path, TemplateReach.MAKERS[0], TemplateReach.MAKERS);
    }

    private void record(Actor by, HeldPost post, String action, Template template, Template.@Nullable Status before) {
        audit.record(
                by,
                post,
                action,
                "report-template",
                template.id(),
                before == null ? null : Map.of("status", before),
                Map.of("status", template.status(), "number", template.number()));
    }
}
