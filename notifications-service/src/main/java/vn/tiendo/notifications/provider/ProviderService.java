package vn.tiendo.notifications.provider;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.ProviderApi.ContractTerms;
import vn.tiendo.notifications.provider.ProviderApi.ContractView;
import vn.tiendo.notifications.provider.ProviderApi.NewContract;
import vn.tiendo.notifications.provider.ProviderApi.NewTemplate;
import vn.tiendo.notifications.provider.ProviderApi.TemplateContent;
import vn.tiendo.notifications.provider.ProviderApi.TemplateView;

/// Keeps contracts and templates of providers. Administrators do, for organisations of their subtree; auditors may
/// look.
@ApplicationScoped
class ProviderService {

    @Inject
    ProviderContractRepository contracts;

    @Inject
    ProviderTemplateRepository templates;

    @Inject
    Quotas quotas;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    ProviderContract conclude(NewContract content) {
        var actor = currentActor.get();
        var organisation = organisations.get(content.organisationId(), readable(actor));
        var post = actor.require(organisation.path(), ADMINISTRATOR);
        var contract = new ProviderContract(organisation, content, clock.instant());
        contracts.persistAndFlush(contract);
        audit.record(
                actor, post, "conclude-provider-contract", "provider-contract", contract.id(), null, contract.terms());
        return contract;
    }

    @Transactional
    ProviderContract contract(UUID id) {
        return contracts.get(id, readable(currentActor.get()));
    }

    @Transactional
    List<ContractView> contracts(@Nullable ChannelKind channel, PageRequest page) {
        return views(contracts.list(readable(currentActor.get()), channel, page));
    }

    @Transactional
    ProviderContract agree(UUID id, @Nullable String ifMatch, ContractTerms terms) {
        var actor = currentActor.get();
        var contract = contracts.get(id, readable(actor));
        var post = actor.require(contract.organisationPath(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, contract.version());
        var before = contract.terms();
        contract.agree(terms);
        contracts.flush();
        audit.record(actor, post, "change-provider-contract", "provider-contract", id, before, contract.terms());
        return contract;
    }

    @Transactional
    ContractView view(ProviderContract contract) {
        return views(List.of(contract)).getFirst();
    }

    private List<ContractView> views(List<ProviderContract> all) {
        var today = Days.dayOf(clock.instant());
        var used = quotas.used(all.stream().map(ProviderContract::id).toList(), today);
        return all.stream()
                .map(contract -> ContractView.of(contract, today, used.getOrDefault(contract.id(), 0)))
                .toList();
    }

    @Transactional
    ProviderTemplate draft(NewTemplate content) {
        var actor = currentActor.get();
        var contract = contracts.get(content.contractId(), readable(actor));
        var post = actor.require(contract.organisationPath(), ADMINISTRATOR);
        var template = new ProviderTemplate(contract, content.content(), clock.instant());
        templates.persistAndFlush(template);
        audit.record(
                actor,
                post,
                "draft-provider-template",
                "provider-template",
                template.id(),
                null,
                TemplateView.of(template));
        return template;
    }

    @Transactional
    ProviderTemplate template(UUID id) {
        return templates.get(id, readable(currentActor.get()));
    }

    @Transactional
    List<ProviderTemplate> templates(@Nullable UUID contract, @Nullable ApprovalState state, PageRequest page) {
        return templates.list(readable(currentActor.get()), contract, state, page);
    }

    @Transactional
    ProviderTemplate rewrite(UUID id, @Nullable String ifMatch, TemplateContent content) {
        return change(id, ifMatch, "rewrite-provider-template", template -> template.rewrite(content));
    }

    @Transactional
    ProviderTemplate submit(UUID id, @Nullable String ifMatch, String externalId) {
        return change(
                id, ifMatch, "submit-provider-template", template -> template.submit(externalId, clock.instant()));
    }

    /// What the provider has said of it.
    @Transactional
    ProviderTemplate become(UUID id, @Nullable String ifMatch, ApprovalState next, @Nullable String reason) {
        return change(
                id,
                ifMatch,
                "provider-template-" + next.name().toLowerCase(java.util.Locale.ROOT),
                template -> template.become(next, reason, clock.instant()));
    }

    private ProviderTemplate change(UUID id, @Nullable String ifMatch, String action, Consumer<ProviderTemplate> act) {
        var actor = currentActor.get();
        var reach = readable(actor);
        var template = templates.get(id, reach);
        var post = actor.require(contracts.get(template.contractId(), reach).organisationPath(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, template.version());
        var before = TemplateView.of(template);
        act.accept(template);
        templates.flush();
        audit.record(actor, post, action, "provider-template", id, before, TemplateView.of(template));
        return template;
    }

    private static Reach readable(Actor actor) {
        return actor.reach(ADMINISTRATOR, AUDITOR);
    }
}
