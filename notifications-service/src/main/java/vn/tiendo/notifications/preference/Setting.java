package vn.tiendo.notifications.preference;

/// How an organisation wants a category on a channel, for itself and all below it.
enum Setting {
    /// Unless a person switches it off.
    ON,
    /// Unless a person switches it on.
    OFF,
    /// Neither a person nor an organisation below can switch it off.
    MANDATORY;

    boolean isOn() {
        return this != OFF;
    }
}
