package vn.tiendo.reporting.regime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives reports their template and the days that they cover.
@ApplicationScoped
public class Templates {

    @Inject
    TemplateRepository templates;

    @Inject
    RegimeRepository regimes;

    /// A version of a template, as reports hold on to it.
    ///
    /// @param span the days of the occurrence that was asked for; none when the regime has no window for it
    public record Held(UUID id, int number, TemplateDefinition definition, Optional<DataSpan> span) {}

    /// The newest one for the sort of report at the path of an organisation.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Held> inForce(String kind, @Nullable String form, String occurrence, String path) {
        return templates.inForce(kind, form, path).map(template -> held(template, occurrence));
    }

    /// A version that reports were begun with, retired or not.
    @Transactional(Transactional.TxType.MANDATORY)
    public Held get(UUID id, String occurrence) {
        return held(templates.findByIdOptional(id).orElseThrow(TemplateProblem.TemplateNotFound::new), occurrence);
    }

    /// A published one that a report of this sort may be written with.
    ///
    /// @throws TemplateProblem.TemplateNotFound when there is none, or it holds for others (404)
    @Transactional(Transactional.TxType.MANDATORY)
    public Held choose(UUID id, String kind, String occurrence, String path) {
        return templates
                .findByIdOptional(id)
                .filter(template -> template.status() == Template.Status.PUBLISHED)
                .filter(template -> path.startsWith(template.organisationPath()))
                .filter(template -> regimes.get(template.regimeId()).kind().equals(kind))
                .map(template -> held(template, occurrence))
                .orElseThrow(TemplateProblem.TemplateNotFound::new);
    }

    private Held held(Template template, String occurrence) {
        return new Held(
                template.id(),
                template.number(),
                template.definition(),
                regimes.get(template.regimeId()).spanOf(occurrence));
    }
}
