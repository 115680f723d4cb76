package dev.streamux.cli;

import dev.streamux.cli.decode.DataOption;
import dev.streamux.simulations.decode.EventLines;
import dev.streamux.simulations.decode.EventSource;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux decode}: what exactly arrives, and when. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "Reads an event stream by the WHATWG rules and writes one JSON line an event, at once.",
            "Keys: type, data, lastEventId, retry (null unless the field came since the event before) and",
            "arrivalNanos (from the start of the command, at the read that completed the event)."
        },
        footer = {
            "",
            "Exit codes: 0 the stream ended cleanly, 2 no event stream or a wrong option, 4 no connection,",
            "a status of 400 or above, or a stream that broke.",
            "",
            "Examples:",
            "  curl -sN http://127.0.0.1:8080/events | ./streamux decode | jq .data",
            "  ./streamux decode http://127.0.0.1:8080/v1/chat/completions --data @request.json"
        })
final class DecodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "URL", description = "Where the stream is; without it, standard input.")
    private @Nullable URI url;

    @Option(names = "--header", paramLabel = "NAME: VALUE", description = "A further request header; may be repeated.")
    private String[] headers = {};

    @Option(
            names = "--data",
            paramLabel = "JSON",
            description = "Posts this body instead of asking with GET; @FILE reads it from a file.")
    private @Nullable String data;

    @Override
    public Integer call() {
        NanoClock clock = NanoClock.startingNow();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        EventLines lines = new EventLines(out, clock);
        Optional<String> fault;
        try {
            fault = read(clock, lines);
        } catch (UncheckedIOException e) {
            if (lines.readerLeft()) {
                // The other end of a pipe, such as head, has seen enough.
                return ExitCodes.PASS;
            }
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
        if (lines.discardedBytes() > 0) {
            say("the last event was not complete; " + lines.discardedBytes() + " bytes were discarded");
        }
        fault.ifPresent(this::say);
        return fault.isPresent() ? ExitCodes.UNREACHABLE : ExitCodes.PASS;
    }

    private Optional<String> read(NanoClock clock, EventLines lines) {
        if (url == null) {
            lines.copy(System.in);
            return Optional.empty();
        }
        try {
            return EventSource.copy(
                    new EventSource.Query(requireHttp(url), headerMap(), DataOption.read(data)), clock, lines);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static URI requireHttp(URI address) {
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new InvalidInputException(
                    "URL is \"" + address + "\"; it must begin with http:// or https:// and name a host");
        }
        return address;
    }

    private Map<String, String> headerMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new InvalidInputException(
                        "--header is \"" + header + "\"; it must be a name, a colon and a value, such as \"X-A: b\"");
            }
            map.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return map;
    }

    private void say(String message) {
        spec.commandLine().getErr().println("streamux: " + message);
    }
}
