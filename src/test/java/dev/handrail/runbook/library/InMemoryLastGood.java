package dev.handrail.runbook.library;

import dev.handrail.runbook.Runbook;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps texts until the test ends. */
public final class InMemoryLastGood implements LastGood {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    @Override
    public void keep(Runbook runbook, String text) {
        texts.put(runbook.path(), text);
    }
}
