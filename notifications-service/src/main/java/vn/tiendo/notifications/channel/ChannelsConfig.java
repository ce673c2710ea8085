package vn.tiendo.notifications.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How channels are used, whichever they are.
@ConfigMapping(prefix = "tiendo.channels")
interface ChannelsConfig {

    /// How long after an attempt that failed for the moment each next one comes; about a day together. A tenth is added
    /// or taken off at random.
    @WithDefault("PT1M,PT5M,PT15M,PT1H,PT3H,PT6H,PT12H")
    List<Duration> retries();

    /// How long a channel that cannot be reached at all is left alone: from the first of these to the last.
    @WithDefault("PT5S,PT15S,PT30S,PT1M,PT2M")
    List<Duration> outages();

    /// Messages that one channel sends at the same time.
    @WithDefault("4")
    int parallel();

    /// How long a claim holds unless it is renewed: after a kill, what was claimed goes on after this.
    @WithDefault("PT30S")
    Duration hold();

    /// How long what became of a message is kept. What is mandatory, and what somebody has acknowledged, is
    /// evidence and stays.
    @WithDefault("P400D")
    Duration kept();

    /// How often channels look for what is due.
    @WithDefault("PT1S")
    Duration poll();
}
