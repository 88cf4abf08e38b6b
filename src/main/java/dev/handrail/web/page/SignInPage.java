package dev.handrail.web.page;

/**
 * The form that asks for the password.
 *
 * @param next where to go then
 * @param problem what was wrong with the last try; may be empty
 */
public record SignInPage(String next, String problem) {}
