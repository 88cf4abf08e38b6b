package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.runbook.fence.Fence;
import java.util.Optional;
import java.util.Set;

/** Reads what an owner fence says. Whether there is such an owner is not for one file to say. */
final class OwnerReader {
    private OwnerReader() {}

    static Optional<Fence> read(YamlMap map, Position at) {
        map.allowing(Set.of(FenceReader.OWNER));
        return map.get(FenceReader.OWNER).flatMap(Values::text).map(owner -> new Fence.Owner(at, owner));
    }
}
