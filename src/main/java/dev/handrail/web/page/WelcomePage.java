package dev.handrail.web.page;

/**
 * Where the demo begins.
 *
 * @param curl a command that fires an alert
 */
public record WelcomePage(String curl) {}
