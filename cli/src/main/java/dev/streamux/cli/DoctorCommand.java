package dev.streamux.cli;

import dev.streamux.cli.doctor.ExaminationText;
import dev.streamux.cli.doctor.OwnOrigin;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.doctor.Doctor;
import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.doctor.Patient;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux doctor}: is it streamed, who buffers, what to change. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines an endpoint: is it really streamed, who buffers, and what line fixes it.",
            "A plain URL is asked twice, with gzip offered and without, and judged from what arrives, or from the marks of"
                    + " our mock if that answers. With --from-mock an origin of ours answers"
                    + " behind your proxy, and with --route behind an installed one: the answers are then exact."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:text reaches the reader as it is written",
            "99:it is held back, perhaps only when gzip is offered",
            " 3:no verdict: too few events, or the harness itself was too late",
            " 4:nobody answers",
            " 2:usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux doctor https://api.example.com/v1 --model small --key-env EXAMPLE_API_KEY",
            "  ./streamux doctor http://staging:8080 --from-mock --mock-port 9000",
            "  ./streamux doctor --route nginx/default"
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "The endpoint, or the proxy with --from-mock.")
    private @Nullable URI target;

    @Option(names = "--from-mock", description = "Starts an origin for the proxy at URL to lead to.")
    private boolean fromMock;

    @Option(
            names = "--mock-port",
            defaultValue = "0",
            paramLabel = "N",
            description = "Port of that origin. Default: any.")
    private int mockPort;

    @Option(
            names = "--wait",
            defaultValue = "60",
            paramLabel = "S",
            description = "Seconds to wait for that path. Default: ${DEFAULT-VALUE}.")
    private int waitSeconds;

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description = "An installed proxy, such as nginx/default; see atlas --list.")
    private @Nullable String route;

    @Option(
            names = "--dialect",
            defaultValue = "openai-chat",
            paramLabel = "WORD",
            description = "Default: ${DEFAULT-VALUE}.")
    private String dialect;

    @Option(names = "--model", defaultValue = "mock", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(
            names = "--prompt",
            defaultValue = "Explain in about 300 words how rainbows form.",
            paramLabel = "TEXT",
            description = "Default: ${DEFAULT-VALUE}")
    private String prompt;

    @Option(names = "--key-env", paramLabel = "NAME", description = "The environment variable that holds the API key.")
    private @Nullable String keyVariable;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Examination examination = examine();
        String text = json ? ExaminationText.json(examination) : ExaminationText.plain(examination);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return switch (examination.verdict()) {
            case STREAMED -> ExitCodes.PASS;
            case HELD_BACK -> ExitCodes.GATE_FAILED;
            case INCONCLUSIVE -> ExitCodes.INCONCLUSIVE;
            case UNREACHABLE -> ExitCodes.UNREACHABLE;
        };
    }

    private Examination examine() {
        if (route != null) {
            try (OwnOrigin origin = new OwnOrigin(mockPort)) {
                return origin.examine(route);
            }
        }
        if (target == null) {
            throw new InvalidInputException(
                    "doctor lacks an address; give a URL or --route, such as --route nginx/default");
        }
        if (fromMock) {
            try (OwnOrigin origin = new OwnOrigin(mockPort)) {
                return origin.examine(
                        target,
                        Duration.ofSeconds(waitSeconds),
                        spec.commandLine().getErr());
            }
        }
        Patient patient = patient(target);
        try (StreamingClient client = new StreamingClient(NanoClock.startingNow())) {
            return new Doctor(client).examine(patient);
        }
    }

    private Patient patient(URI address) {
        if (!("http".equals(address.getScheme()) || "https".equals(address.getScheme())) || address.getHost() == null) {
            throw new InvalidInputException(
                    "address is \"" + address + "\"; it must be an http or https URL, such as http://127.0.0.1:8080");
        }
        if (keyVariable != null && System.getenv(keyVariable) == null) {
            throw new InvalidInputException("--key-env names " + keyVariable
                    + ", which is not set; set that environment variable to the key, or name another");
        }
        try {
            return new Patient(address, Dialect.parse(dialect), model, prompt, Optional.ofNullable(keyVariable));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage() + "; see --dialect", e);
        }
    }
}
