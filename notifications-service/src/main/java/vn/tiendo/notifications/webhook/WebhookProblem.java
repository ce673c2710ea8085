package vn.tiendo.notifications.webhook;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about webhooks.
abstract sealed class WebhookProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private WebhookProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class WebhookNotFound extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        WebhookNotFound() {
            super(Kind.NOT_FOUND, "webhook-not-found", Map.of());
        }
    }

    /// Not https, or with a user name, a fragment or no host.
    static final class WebhookAddressUnfit extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        WebhookAddressUnfit() {
            super(Kind.RULE, "webhook-address-unfit", Map.of());
        }
    }

    /// The host is, or resolves to, an address inside a network.
    static final class WebhookAddressPrivate extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        WebhookAddressPrivate() {
            super(Kind.RULE, "webhook-address-private", Map.of());
        }
    }

    static final class WebhookKeepsItsOrganisation extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        WebhookKeepsItsOrganisation() {
            super(Kind.RULE, "webhook-keeps-its-organisation", Map.of());
        }
    }

    static final class TooManyWebhooks extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        TooManyWebhooks(int most) {
            super(Kind.CONFLICT, "too-many-webhooks", Map.of("most", most));
        }
    }

    static final class ReplayRangeReversed extends WebhookProblem {
        private static final long serialVersionUID = 1L;

        ReplayRangeReversed() {
            super(Kind.RULE, "replay-range-reversed", Map.of());
        }
    }
}
