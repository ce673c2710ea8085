package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.registrations.form.CompiledForm;
import vn.tiendo.registrations.form.FormContent;
import vn.tiendo.registrations.form.Forms;
import vn.tiendo.registrations.registration.RegistrationRepository.Found;

/// Brings what a client sends into the shape of the form it is written on, or refuses it field by field.
@ApplicationScoped
class ContentGate {

    @Inject
    Forms forms;

    /// Content that keeps to its form, though it may lack something.
    record Checked(ObjectNode content, CompiledForm form) {
        String text() {
            return ContentJson.write(content);
        }
    }

    /// @param wanted the version that the client has written on; the registration's own, else the campaign's, when
    /// absent
    /// @throws KitProblem.MalformedRequest when it cannot even be a draft (400)
    Checked check(Found found, ObjectNode content, @Nullable UUID wanted) {
        var form = forms.get(versionFor(found, wanted));
        var normal = FormContent.normal(content);
        var faults = form.faults(normal);
        if (!faults.isEmpty()) {
            throw new KitProblem.MalformedRequest(faults);
        }
        return new Checked(FormContent.named(normal, form), form);
    }

    /// What is kept already.
    Checked kept(Found found) {
        return new Checked(
                ContentJson.read(found.registration().writing().content()), forms.get(versionFor(found, null)));
    }

    /// What was submitted once keeps its version; only a draft may go over to the campaign's.
    private static UUID versionFor(Found found, @Nullable UUID wanted) {
        var writing = found.registration().writing();
        var own = writing.formVersionId();
        var current = own == null ? found.formVersionId() : own;
        if (wanted == null || wanted.equals(current)) {
            return current;
        }
        if (!wanted.equals(found.formVersionId())
                || found.registration().receipt().receivedAt() != null) {
            throw new RegistrationProblem.OtherForm(Objects.requireNonNull(current));
        }
        return wanted;
    }
}
