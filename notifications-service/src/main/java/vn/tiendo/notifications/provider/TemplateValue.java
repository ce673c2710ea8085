package vn.tiendo.notifications.provider;

/// What may fill a parameter. Nothing that names a person or the content of a matter is among them.
public enum TemplateValue {
    /// The thin text of the notification.
    THIN,
    /// The last on-time day.
    DAY,
    /// How many notifications the message is about.
    COUNT,
    /// By which the message can be asked for.
    REFERENCE,
    /// The code that confirms a number.
    CODE
}
