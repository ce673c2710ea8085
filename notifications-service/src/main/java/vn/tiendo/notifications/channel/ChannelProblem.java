package vn.tiendo.notifications.channel;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about messages on channels.
abstract sealed class ChannelProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ChannelProblem(Kind kind, String code) {
        super(kind, code, Map.of());
    }

    /// None with this id has gone out about an organisation in reach.
    static final class MessageNotFound extends ChannelProblem {
        private static final long serialVersionUID = 1L;

        MessageNotFound() {
            super(Kind.NOT_FOUND, "message-not-found");
        }
    }
}
