package vn.tiendo.notifications.provider;

import vn.tiendo.notifications.preference.Category;

/// What a template of a provider carries: notifications of one category, or the code that confirms a number.
public enum TemplateUse {
    REMINDER,
    OVERDUE,
    ESCALATION,
    ROLL_UP,
    RECALL,
    ANSWER,
    BROADCAST,
    CODE;

    public static TemplateUse of(Category category) {
        return valueOf(category.name());
    }
}
