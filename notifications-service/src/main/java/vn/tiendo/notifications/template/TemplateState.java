package vn.tiendo.notifications.template;

/// How far a version of a template has come.
public enum TemplateState {
    DRAFT,
    /// In use, one per organisation, purpose and language.
    PUBLISHED,
    /// Was in use, and may be published again.
    RETIRED
}
