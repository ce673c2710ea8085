package vn.tiendo.notifications.template;

/// How far a version of a template has come.
public enum TemplateState {
    DRAFT,
    /// In use, one per organisation, purpose and language.
    PUBLISHED,
    /// Was in use until a newer one followed; comes back when that one is rolled back.
    RETIRED,
    /// Was rolled back. Comes back only when somebody publishes it again.
    WITHDRAWN
}
