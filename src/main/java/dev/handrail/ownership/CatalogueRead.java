package dev.handrail.ownership;

import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading owners.yml and flows.yml.
 *
 * @param catalogue empty when a problem is an error
 * @param names what the files name, as far as they could be made out
 * @param problems all of them, in the files' order
 */
public record CatalogueRead(Optional<Catalogue> catalogue, Names names, List<Problem> problems) {
    public CatalogueRead {
        problems = List.copyOf(problems);
    }
}
