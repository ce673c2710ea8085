package vn.tiendo.notifications.template;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.tree.Lineage;

/// Finds the words for a message: those of the nearest organisation that has published some, else the shipped ones.
@ApplicationScoped
public class PublishedTemplates {

    private static final Logger LOG = Logger.getLogger(PublishedTemplates.class);

    @Inject
    MessageTemplateRepository templates;

    @Inject
    MeterRegistry meters;

    /// Which template: null paths have none.
    private record Place(String path, Purpose purpose, Language language) {}

    /// What is in force at some organisations; read once for a whole batch.
    public final class InForce {
        private final Map<Place, MessageTemplate> byPlace = new HashMap<>();

        private InForce(Collection<MessageTemplate> published) {
            published.forEach(template -> byPlace.put(
                    new Place(template.organisationPath(), template.purpose(), template.language()), template));
        }

        /// One that does not render is passed over for the shipped words: a reminder that does not go out would be
        /// worse. It shows as a metric.
        public Words words(
                Purpose purpose,
                String language,
                @Nullable String path,
                Map<String, Object> values,
                Supplier<Words> shipped) {
            if (path == null || byPlace.isEmpty()) {
                return shipped.get();
            }
            for (var above : Lineage.of(path).reversed()) {
                var template = byPlace.get(new Place(above, purpose, Language.of(language)));
                if (template != null) {
                    return rendered(template, values, shipped);
                }
            }
            return shipped.get();
        }

        private Words rendered(MessageTemplate template, Map<String, Object> values, Supplier<Words> shipped) {
            try {
                return template.words(values);
            } catch (RuntimeException broken) {
                LOG.warnf("Template %s does not render; the shipped words are sent instead", template.id());
                meters.counter(
                                "tiendo.templates.failed",
                                "purpose",
                                template.purpose().name())
                        .increment();
                return shipped.get();
            }
        }
    }

    /// @param paths of the organisations that something is said about; unknown ones may be left out
    public InForce at(Collection<String> paths) {
        var lineages = new HashSet<String>();
        paths.stream().distinct().forEach(path -> lineages.addAll(Lineage.of(path)));
        return new InForce(templates.publishedAt(lineages));
    }
}
