package dev.streamux.simulations.launch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line that plays a simulation in a JVM of its own. Pure but for the facts of this JVM. */
public final class GatlingCommand {
    /**
     * What keeps Gatling 3.15 from calling anybody: usage analytics and the warm-up request have switches; the look-up of
     * the newest version has none, so it is sent to a proxy on a port where nobody listens, and fails at once. Our own
     * client does not read these properties.
     */
    public static final List<String> HERMETIC = List.of(
            "-Dgatling.data.enableAnalytics=false",
            "-Dgatling.http.warmUpUrl=",
            "-Dhttps.proxyHost=127.0.0.1",
            "-Dhttps.proxyPort=9",
            "-Dhttp.proxyHost=127.0.0.1",
            "-Dhttp.proxyPort=9");

    private static final int FIRST_JAVA_WITH_NATIVE_ACCESS_WARNINGS = 24;

    private GatlingCommand() {}

    /**
     * The command.
     *
     * @param simulation the class to play
     * @param results where Gatling makes a folder for its report
     * @param properties further system properties
     */
    public static List<String> of(String simulation, Path results, Map<String, String> properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Gatling's log writer reads the bytes of strings.
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_NATIVE_ACCESS_WARNINGS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Xm"))
                .forEach(command::add);
        command.addAll(HERMETIC);
        command.add("-Djava.awt.headless=true");
        command.add("-Dlogback.configurationFile=dev/streamux/simulations/launch/logback.xml");
        // Gatling keeps the newest version it heard of in Java preferences; not in the user's home.
        command.add("-Djava.util.prefs.userRoot=" + results.toAbsolutePath());
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                "io.gatling.app.Gatling",
                "-s",
                simulation,
                "-rf",
                results.toAbsolutePath().toString(),
                "-rd",
                "streamux"));
        return command;
    }
}
