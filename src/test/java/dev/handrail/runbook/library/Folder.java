package dev.handrail.runbook.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of runbooks on disk, for tests. */
public record Folder(Path path) {
    static final String OWNERS = """
            default: commerce
            owners:
              commerce: {contacts: [{slack_user: U01ANA}]}
              payments: {contacts: [{slack_user: U02BEN}]}
            """;
    static final String FLOWS = """
            default_channel: "#commerce"
            flows:
              orders: {owner: commerce}
            """;

    public static Folder withOwners(Path path) {
        return new Folder(path).write("owners.yml", OWNERS).write("flows.yml", FLOWS);
    }

    public Folder write(String name, String text) {
        try {
            var file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Folder delete(String name) {
        try {
            Files.delete(path.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
