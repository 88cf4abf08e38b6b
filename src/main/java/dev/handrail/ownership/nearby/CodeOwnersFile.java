package dev.handrail.ownership.nearby;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import java.util.ArrayList;
import java.util.List;

/** A CODEOWNERS file as GitHub and GitLab read it: patterns, of which the last that matches wins. */
final class CodeOwnersFile implements NamesOwners {
    private static final Pattern SECTION = Pattern.compile("\\^?\\[[^\\]]+](?:\\[[0-9]+])?(.*)");
    private static final Pattern WORD = Pattern.compile("(?:\\\\.|[^\\s\\\\])+");

    private final List<Rule> rules = new ArrayList<>();
    private List<Placed<String>> sectionOwners = List.of();

    private record Rule(Pattern pattern, List<Placed<String>> owners) {}

    private CodeOwnersFile() {}

    static CodeOwnersFile read(String file, String text) {
        var owners = new CodeOwnersFile();
        var lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            owners.add(lines.get(index), new Position(file, index + 1, 1));
        }
        return owners;
    }

    private void add(String line, Position at) {
        var section = SECTION.matcher(line.strip());
        if (section.matches()) {
            sectionOwners =
                    words(section.group(1), line.length() - section.group(1).length(), at);
            return;
        }
        var words = words(line, 0, at);
        if (!words.isEmpty()) {
            var pattern = words.getFirst().value();
            var owners = words.subList(1, words.size());
            var isException = pattern.startsWith("!");
            rules.add(new Rule(
                    pattern(isException ? pattern.substring(1) : pattern),
                    isException ? List.of() : owners.isEmpty() ? sectionOwners : owners));
        }
    }

    private static List<Placed<String>> words(String text, int indent, Position line) {
        var words = new ArrayList<Placed<String>>();
        var found = WORD.matcher(text);
        while (found.find() && !found.group().startsWith("#")) {
            var at = new Position(line.file(), line.line(), indent + found.start() + 1);
            words.add(new Placed<>(found.group().replaceAll("\\\\(.)", "$1"), at));
        }
        return words;
    }

    @Override
    public List<Placed<String>> namesFor(String path) {
        return rules.reversed().stream()
                .filter(rule -> rule.pattern().matches(path))
                .findFirst()
                .map(Rule::owners)
                .orElse(List.of());
    }

    @Override
    public boolean leavesRoomAbove() {
        return true;
    }

    /** As in .gitignore: with a slash before its end a pattern is about paths, else about names at any depth. */
    static Pattern pattern(String glob) {
        var isFolder = glob.endsWith("/");
        var body = isFolder ? glob.substring(0, glob.length() - 1) : glob;
        var isPath = body.contains("/");
        var expression = new StringBuilder(isPath ? "" : "(?:.*/)?");
        var rest = body.startsWith("/") ? body.substring(1) : body;
        for (int at = 0; at < rest.length(); at++) {
            if (rest.startsWith("**/", at)) {
                expression.append("(?:.*/)?");
                at += 2;
            } else if (rest.startsWith("**", at)) {
                expression.append(".*");
                at++;
            } else {
                expression.append(one(rest.charAt(at)));
            }
        }
        var onlyDirect = isPath && rest.endsWith("/*");
        return Pattern.compile(expression + (isFolder ? "/.*" : onlyDirect ? "" : "(?:/.*)?"));
    }

    private static String one(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
