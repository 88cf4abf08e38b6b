package dev.handrail.web.page;

/**
 * What is around every page.
 *
 * @param here the path of the section that the reader is in
 * @param formToken proof for the forms of this page
 */
public record Frame(String here, boolean signedIn, boolean demo, String formToken) {
    /** Returns what {@code aria-current} says of a section's link. */
    public String current(String section) {
        return here.equals(section) ? "page" : "false";
    }
}
