package dev.legacylogin.checkup;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that an admin should know, and what to do about it.
 *
 * @param code a name that stays
 * @param level how much it matters
 * @param message what is so
 * @param action what to do
 * @param users how many users it concerns, {@code null} where that is not counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String code, Level level, String message, String action, Long users) {}
