package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.preference.ChannelKind;

/// A task of its own for every channel: one that hangs keeps back no other.
final class ChannelTasks {

    private ChannelTasks() {}

    abstract static class Sender implements LeaderTask {

        private final ChannelKind kind;

        @Inject
        ChannelSending sending;

        @Inject
        ChannelsConfig config;

        Sender(ChannelKind kind) {
            this.kind = kind;
        }

        @Override
        public String name() {
            return "channel-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Duration pause() {
            return config.poll();
        }

        @Override
        public boolean pass() {
            return sending.pass(kind);
        }
    }

    @ApplicationScoped
    static class Email extends Sender {
        Email() {
            super(ChannelKind.EMAIL);
        }
    }

    @ApplicationScoped
    static class WebPush extends Sender {
        WebPush() {
            super(ChannelKind.WEB_PUSH);
        }
    }

    @ApplicationScoped
    static class Sms extends Sender {
        Sms() {
            super(ChannelKind.SMS);
        }
    }

    @ApplicationScoped
    static class Zalo extends Sender {
        Zalo() {
            super(ChannelKind.ZALO);
        }
    }
}
