package dev.handrail.runbook.library;

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
    public void keep(String path, String text) {
        texts.put(path, text);
    }

    public void forget() {
        texts.clear();
    }
}
