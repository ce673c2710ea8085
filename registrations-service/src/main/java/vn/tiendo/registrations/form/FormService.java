package vn.tiendo.registrations.form;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.form.FormApi.FormChange;
import vn.tiendo.registrations.form.FormApi.FormKind;
import vn.tiendo.registrations.form.FormApi.FormView;
import vn.tiendo.registrations.form.FormApi.NewForm;
import vn.tiendo.registrations.form.FormDefinition.Section;
import vn.tiendo.registrations.form.FormDifferences.FieldChange;

/// The commands on forms.
@ApplicationScoped
class FormService {

    @Inject
    FormRepository repository;

    @Inject
    Forms forms;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    FormView draft(NewForm request) {
        var actor = currentActor.get();
        var organisation = organisations.get(request.organisationId(), readable(actor));
        var post = actor.require(organisation.path(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var basis = request.basedOn() == null ? null : find(request.basedOn(), actor);
        var definition = definition(request.sections(), basis);
        var title = titleOf(request, basis);
        var now = clock.instant();
        FormVersion made;
        if (basis != null && organisation.id().equals(basis.organisationId())) {
            made = basis.next(repository.newestNumber(basis.familyId()), title, forms.write(definition), now);
        } else {
            var kind = request.form() != null
                    ? request.form().name()
                    : basis == null ? FormKind.REGISTRATION.name() : basis.form();
            made = new FormVersion(organisation.id(), organisation.path(), kind, title, forms.write(definition), now);
        }
        repository.persist(made);
        audit.record(actor, post, "draft-form", "registration-form", made.id(), null, Facts.of(made));
        return FormView.of(made, definition);
    }

    @Transactional
    FormView change(UUID id, @Nullable String ifMatch, FormChange request) {
        var actor = currentActor.get();
        var form = find(id, actor);
        var post = requireOwner(form, actor);
        ETags.requireMatch(ifMatch, form.version());
        var definition = definition(request.sections(), null);
        form.become(request.title(), forms.write(definition));
        repository.flush();
        audit.record(actor, post, "change-form", "registration-form", id, null, Facts.of(form));
        return FormView.of(form, definition);
    }

    @Transactional
    FormView publish(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var form = find(id, actor);
        var post = requireOwner(form, actor);
        ETags.requireMatch(ifMatch, form.version());
        form.publish(clock.instant());
        repository.flush();
        audit.record(actor, post, "publish-form", "registration-form", id, null, Facts.of(form));
        return FormView.of(form, forms.definitionOf(form));
    }

    @Transactional
    FormView get(UUID id) {
        var form = find(id, currentActor.get());
        return FormView.of(form, forms.definitionOf(form));
    }

    @Transactional
    FormDefinition definitionOf(UUID id) {
        return forms.definitionOf(find(id, currentActor.get()));
    }

    @Transactional
    List<FieldChange> differences(UUID from, UUID to) {
        var actor = currentActor.get();
        return FormDifferences.between(forms.definitionOf(find(from, actor)), forms.definitionOf(find(to, actor)));
    }

    @Transactional
    List<FormVersion> page(@Nullable FormKind form, PageRequest page) {
        var actor = currentActor.get();
        return repository.page(actor, readable(actor), form == null ? null : form.name(), page);
    }

    private FormDefinition definition(@Nullable List<Section> sections, @Nullable FormVersion basis) {
        if (sections == null) {
            if (basis == null) {
                throw new KitProblem.MalformedRequest(List.of(new FieldError("sections", "required")));
            }
            return forms.definitionOf(basis);
        }
        var definition = new FormDefinition(sections);
        var errors = FormRules.violatedBy(definition);
        if (!errors.isEmpty()) {
            throw new FormProblem.FormInconsistent(errors);
        }
        return definition;
    }

    private static String titleOf(NewForm request, @Nullable FormVersion basis) {
        if (request.title() != null) {
            return request.title();
        }
        if (basis == null) {
            throw new KitProblem.MalformedRequest(List.of(new FieldError("title", "required")));
        }
        return basis.title();
    }

    private FormVersion find(UUID id, Actor actor) {
        return repository.find(id, actor, readable(actor)).orElseThrow(FormProblem.FormNotFound::new);
    }

    /// A shipped form belongs to nobody, so nobody changes it.
    private static HeldPost requireOwner(FormVersion form, Actor actor) {
        if (form.organisationPath() == null) {
            throw new FormProblem.FormPublished();
        }
        return actor.require(Objects.requireNonNull(form.organisationPath()), COMMITTEE_OFFICER, COMMITTEE_LEADER);
    }

    private static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }

    private record Facts(UUID family, int number, boolean published, long version) {
        static Facts of(FormVersion form) {
            return new Facts(form.familyId(), form.number(), form.isPublished(), form.version());
        }
    }
}
