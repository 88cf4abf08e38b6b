package dev.handrail.web.walk;

import dev.handrail.incident.Person;

/** Who looks at the page of a walk. */
sealed interface Visitor {
    /**
     * Somebody who may walk it.
     *
     * @param signedIn whether by the password, and not only by the link in a mail
     */
    record Walker(Person person, boolean signedIn) implements Visitor {}

    /** Somebody who has signed in, and has not said who they are: there is one password. */
    record Nameless() implements Visitor {}

    /** Somebody who may not see it. */
    record Stranger() implements Visitor {}
}
