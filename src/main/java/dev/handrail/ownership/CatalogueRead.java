package dev.handrail.ownership;

import dev.handrail.ownership.system.ExternalSystem;
import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading owners.yml, flows.yml and systems.yml, and the OWNERS and CODEOWNERS files.
 *
 * @param catalogue empty when a problem is an error
 * @param names what the files name, as far as they could be made out
 * @param systems those that could be made out, also where there is no catalogue
 * @param problems all of them, in the files' order
 */
public record CatalogueRead(
        Optional<Catalogue> catalogue, Names names, Map<String, ExternalSystem> systems, List<Problem> problems) {
    public CatalogueRead {
        systems = Map.copyOf(systems);
        problems = List.copyOf(problems);
    }
}
