package vn.tiendo.registrations.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.form.FormDifferences.FieldChange;

/// The published forms, kept in memory: they never change, and every submission needs one.
@ApplicationScoped
public class Forms {

    /// The three sections that plans demand most: study, follow, exemplary conduct.
    public static final UUID DEFAULT = UUID.fromString("0190f000-0000-7000-8000-000000000001");

    /// What a personal plan names.
    public static final UUID PERSONAL_PLAN = UUID.fromString("0190f000-0000-7000-8000-000000000002");

    @Inject
    FormRepository forms;

    @Inject
    ObjectMapper json;

    private final ConcurrentHashMap<UUID, CompiledForm> compiled = new ConcurrentHashMap<>();

    /// The shipped form of what a plan demands.
    public static UUID defaultFor(@Nullable String form) {
        return "PERSONAL_PLAN".equals(form) ? PERSONAL_PLAN : DEFAULT;
    }

    /// A published version.
    ///
    /// @throws FormProblem.FormNotFound when there is none (404)
    public CompiledForm get(UUID id) {
        var known = compiled.get(id);
        if (known != null) {
            return known;
        }
        var found =
                forms.findByIdOptional(id).filter(FormVersion::isPublished).orElseThrow(FormProblem.FormNotFound::new);
        var made = new CompiledForm(id, definitionOf(found));
        compiled.put(id, made);
        return made;
    }

    /// Refuses a form that an organisation cannot use: a draft, or one that belongs elsewhere.
    ///
    /// @param path of the organisation that would use it
    public void requireUsable(UUID id, String path) {
        var found = forms.findByIdOptional(id).orElseThrow(FormProblem.FormNotFound::new);
        var owner = found.organisationPath();
        if (owner != null && !path.startsWith(owner)) {
            throw new FormProblem.FormNotFound();
        }
        if (!found.isPublished()) {
            throw new FormProblem.FormNotPublished();
        }
    }

    /// What a version asks for that another one did not, both published.
    public List<FieldChange> differences(UUID older, UUID newer) {
        return FormDifferences.between(get(older).definition(), get(newer).definition());
    }

    FormDefinition definitionOf(FormVersion form) {
        try {
            return json.readValue(form.definition(), FormDefinition.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Form " + form.id() + " cannot be read", defect);
        }
    }

    String write(FormDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A form cannot be written as JSON", defect);
        }
    }
}
