package dev.handrail.web.page;

/**
 * What is shown where a page cannot be.
 *
 * @param heading a few words
 * @param sentence what was found, and what to do
 */
public record FailurePage(String heading, String sentence) {
    /** Says that a payload is not there, or not any more. */
    public static FailurePage noPayload(String number) {
        return new FailurePage(
                "No such payload", "There is no payload “" + number + "”. Payloads are kept for a time only.");
    }

    /** Says why no runbook is drafted from an incident. */
    public static FailurePage noDraft(String why) {
        return new FailurePage("No draft", Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
    }

    public static FailurePage noIncident(String number) {
        return new FailurePage("No such incident", "There is no incident “" + number + "”.");
    }
}
