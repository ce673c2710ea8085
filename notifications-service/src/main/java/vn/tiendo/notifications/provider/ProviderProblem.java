package vn.tiendo.notifications.provider;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.notifications.preference.ChannelKind;

/// Every refusal about contracts and templates of providers.
abstract sealed class ProviderProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ProviderProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ContractNotFound extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        ContractNotFound() {
            super(Kind.NOT_FOUND, "provider-contract-not-found", Map.of());
        }
    }

    /// E-mail and web push need none.
    static final class ChannelWithoutContract extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        ChannelWithoutContract(ChannelKind channel) {
            super(Kind.RULE, "channel-without-contract", Map.of("channel", channel));
        }
    }

    static final class ContractEndsBeforeItBegins extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        ContractEndsBeforeItBegins() {
            super(Kind.RULE, "provider-contract-ends-before-it-begins", Map.of());
        }
    }

    static final class TemplateNotFound extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        TemplateNotFound() {
            super(Kind.NOT_FOUND, "provider-template-not-found", Map.of());
        }
    }

    /// A parameter stands in the text and has no value, or the code is where it does not belong.
    static final class TemplateUnfit extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        TemplateUnfit(String what) {
            super(Kind.RULE, "provider-template-unfit", Map.of("what", what));
        }
    }

    /// The provider has these words already.
    static final class TemplateIsFixed extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        TemplateIsFixed(ApprovalState state) {
            super(Kind.CONFLICT, "provider-template-is-fixed", Map.of("state", state));
        }
    }

    static final class TemplateCannotBecome extends ProviderProblem {
        private static final long serialVersionUID = 1L;

        TemplateCannotBecome(ApprovalState actual, ApprovalState wanted) {
            super(Kind.CONFLICT, "provider-template-cannot-become", Map.of("actual", actual, "wanted", wanted));
        }
    }
}
