package dev.handrail.cli;

import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.Database;
import dev.handrail.cli.setup.JdbcProbe;
import dev.handrail.cli.setup.ServerSettings;
import java.util.HashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handrail verify}: proves that no timeline was changed. Reads the database and changes nothing in it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes the hash chain of every incident's timeline, and names the first entry that was changed.",
            "Works on the database that 'handrail serve' would use. A database file must not be in use."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every chain is whole",
            " 1:an entry was changed, removed or added",
            " 2:the database cannot be opened"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail verify",
            "  HANDRAIL_DATABASE_URL=jdbc:h2:file:./data/demo/handrail handrail verify",
            "  HANDRAIL_DATABASE_URL=postgresql://handrail:secret@db/handrail handrail verify",
            ""
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() {
        var reader = Configuration.read();
        var database = Database.read(reader, ServerSettings.H2_FILE).asItIs();
        reader.check();
        JdbcProbe.open(database);
        var properties = new HashMap<>(database.properties());
        properties.put("flyway.enabled", false);
        try (var context = Configuration.builder(properties).start()) {
            return say(context.getBean(ChainCheck.class).check());
        }
    }

    private int say(ChainCheck.Report report) {
        return switch (report) {
            case ChainCheck.Report.Whole whole -> whole(whole);
            case ChainCheck.Report.Broken broken -> broken(broken);
        };
    }

    private int whole(ChainCheck.Report.Whole whole) {
        spec.commandLine()
                .getOut()
                .println("%s, %s: every chain is whole"
                        .formatted(
                                count(whole.incidents(), "incident", "incidents"),
                                count(whole.entries(), "entry", "entries")));
        return 0;
    }

    private int broken(ChainCheck.Report.Broken broken) {
        spec.commandLine()
                .getErr()
                .println("Incident %s, entry %d is not as it was written: found %s, wanted %s"
                        .formatted(broken.incident(), broken.position(), broken.found(), broken.wanted()));
        return Handrail.FAILED;
    }

    private static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
