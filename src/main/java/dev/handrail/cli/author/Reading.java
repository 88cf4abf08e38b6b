package dev.handrail.cli.author;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: Java's own exceptions often say only which. */
final class Reading {
    private Reading() {}

    static String words(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file or folder '" + missing.getFile() + "'";
            case AccessDeniedException denied -> "'" + denied.getFile() + "' may not be read or written";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
