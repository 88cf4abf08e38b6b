package dev.handrail.cli;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.platform.settings.InvalidSettingsException;
import dev.handrail.runbook.current.LibraryRefusedException;
import dev.handrail.runbook.current.SourceUnavailableException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a few words why a command did not run; only what nobody foresaw is printed with its stack trace. */
final class Refusals implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        var sentence = foreseen(failure);
        if (sentence.isPresent()) {
            command.getErr().println(sentence.get());
            return Handrail.REFUSED;
        }
        command.getErr().println("Handrail stopped because of a fault of its own. Please report this:");
        failure.printStackTrace(command.getErr());
        return Handrail.FAILED;
    }

    private static Optional<String> foreseen(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(Refusals::isForPeople)
                .map(Throwable::getMessage)
                .findFirst();
    }

    private static boolean isForPeople(Throwable failure) {
        return failure instanceof InvalidSettingsException
                || failure instanceof CannotStartException
                || failure instanceof LibraryRefusedException
                || failure instanceof SourceUnavailableException;
    }
}
