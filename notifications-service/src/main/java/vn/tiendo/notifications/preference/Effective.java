package vn.tiendo.notifications.preference;

/// What holds for one person who is addressed for one organisation.
record Effective(Inherited inherited, Wishes own) {

    boolean isMandatory(Category category, ChannelKind channel) {
        return inherited.cell(category, channel).value() == Setting.MANDATORY;
    }

    /// What is mandatory is on, whatever the person wants.
    Held<Boolean> on(Category category, ChannelKind channel) {
        var set = inherited.cell(category, channel);
        var inheritedOn = new Held<>(set.value().isOn(), set.source(), set.organisationId());
        return isMandatory(category, channel)
                ? inheritedOn
                : own.on(category, channel).map(Held::own).orElse(inheritedOn);
    }

    boolean hasSwitchedOff(Category category, ChannelKind channel) {
        return !own.on(category, channel).orElse(true);
    }

    Held<Digest> digest(Category category) {
        return own.digest(category).map(Held::own).orElseGet(() -> inherited.digest(category));
    }

    Held<QuietHours> quietHours() {
        return own.quietHours() == null ? inherited.quietHours() : Held.own(own.quietHours());
    }
}
