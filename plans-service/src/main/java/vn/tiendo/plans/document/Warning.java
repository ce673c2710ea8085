package vn.tiendo.plans.document;

import java.util.Map;

/// Something that a clerk should look at and that refuses nothing.
///
/// @param code stable, in kebab-case
/// @param message the sentence in the language of the answer
public record Warning(String code, String message, Map<String, String> arguments) {}
