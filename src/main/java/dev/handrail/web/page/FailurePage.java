package dev.handrail.web.page;

/**
 * What is shown where a page cannot be.
 *
 * @param heading a few words
 * @param sentence what was found, and what to do
 */
public record FailurePage(String heading, String sentence) {
    static FailurePage noIncident(String number) {
        return new FailurePage("No such incident", "There is no incident “" + number + "”.");
    }
}
