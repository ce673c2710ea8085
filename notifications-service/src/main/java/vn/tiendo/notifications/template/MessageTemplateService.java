package vn.tiendo.notifications.template;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.template.TemplateApi.NewTemplate;
import vn.tiendo.notifications.template.TemplateApi.PreviewView;
import vn.tiendo.notifications.template.TemplateApi.TemplateText;
import vn.tiendo.notifications.template.TemplateApi.TemplateView;
import vn.tiendo.notifications.template.TemplateProblem.PreviewSubjectNotFound;
import vn.tiendo.notifications.template.TemplateProblem.TemplateDoesNotRender;
import vn.tiendo.notifications.template.TemplateProblem.TemplateNotFound;

/// Keeps the wordings of organisations. Officers and leaders write and read them, administrators too; auditors read.
/// What goes out to a whole subtree is put into use by leaders and administrators.
@ApplicationScoped
class MessageTemplateService {

    @Inject
    MessageTemplateRepository templates;

    @Inject
    RealData realData;

    @Inject
    ReachRepository organisations;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private static Reach reachOf(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR, AUDITOR);
    }

    /// @throws TemplateNotFound when absent or out of reach (404)
    MessageTemplate get(UUID id, Actor actor) {
        return templates.find(id, reachOf(actor)).orElseThrow(TemplateNotFound::new);
    }

    List<MessageTemplate> list(
            Actor actor,
            @Nullable UUID organisation,
            @Nullable Purpose purpose,
            @Nullable TemplateState state,
            PageRequest page) {
        return templates.list(reachOf(actor), organisation, purpose, state, page);
    }

    @Transactional
    MessageTemplate write(NewTemplate content, Actor actor) {
        var organisation = organisations.get(content.organisationId(), reachOf(actor));
        var post = actor.require(organisation.path(), COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        var number = templates.nextNumber(organisation.id(), content.purpose(), content.language());
        var template = new MessageTemplate(organisation, content, number, clock.instant());
        templates.persistAndFlush(template);
        audit.record(actor, post, "write-template", "message-template", template.id(), null, TemplateView.of(template));
        return template;
    }

    @Transactional
    MessageTemplate rewrite(UUID id, @Nullable String ifMatch, TemplateText content, Actor actor) {
        var template = get(id, actor);
        var post = actor.require(template.organisationPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, template.version());
        var before = TemplateView.of(template);
        template.rewrite(content);
        templates.flush();
        audit.record(actor, post, "rewrite-template", "message-template", id, before, TemplateView.of(template));
        return template;
    }

    /// A version that was in use before may come back: that is how one rolls back to an older one.
    @Transactional
    MessageTemplate publish(UUID id, @Nullable String ifMatch, Actor actor) {
        var template = get(id, actor);
        var post = actor.require(template.organisationPath(), COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, template.version());
        var inUse = templates.published(template).filter(other -> !other.id().equals(id));
        inUse.ifPresent(MessageTemplate::retire);
        templates.flush(); // first out, then in: one published version at any moment
        template.publish(clock.instant());
        templates.flush();
        audit.record(
                actor,
                post,
                "publish-template",
                "message-template",
                id,
                inUse.map(MessageTemplate::id).orElse(null),
                TemplateView.of(template));
        return template;
    }

    /// Takes the version out of use and puts the one before it back that was not taken back itself; without one, what
    /// is inherited holds again.
    @Transactional
    MessageTemplate rollBack(UUID id, @Nullable String ifMatch, Actor actor) {
        var template = get(id, actor);
        var post = actor.require(template.organisationPath(), COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, template.version());
        template.withdraw();
        templates.flush();
        var before = templates.lastRetired(template);
        before.ifPresent(older -> older.publish(clock.instant()));
        templates.flush();
        audit.record(
                actor,
                post,
                "roll-back-template",
                "message-template",
                id,
                TemplateView.of(template),
                before.map(MessageTemplate::id).orElse(null));
        return template;
    }

    /// @throws PreviewSubjectNotFound when there is nothing within reach to show it with (404)
    @Transactional
    PreviewView preview(UUID id, @Nullable UUID duty, Actor actor) {
        var template = get(id, actor);
        var values = realData.of(template.purpose(), template.language(), duty, reachOf(actor))
                .orElseThrow(PreviewSubjectNotFound::new);
        try {
            var words = template.words(values);
            return new PreviewView(words.title(), words.text(), words.thin(), template.html(values));
        } catch (TemplateException broken) {
            throw new TemplateDoesNotRender("text", template.purpose().name());
        }
    }
}
