package dev.handrail.web.walk;

import dev.handrail.incident.Person;

/** Who somebody turns out to be when they say who they are. */
sealed interface Who {
    /** @param kept what a browser keeps of it, by which they are found again */
    record One(Person person, String kept) implements Who {}

    /** Of several people with that name, it is not clear which. */
    record Several(String name) implements Who {}

    /** They gave no name. */
    record Nobody() implements Who {}
}
