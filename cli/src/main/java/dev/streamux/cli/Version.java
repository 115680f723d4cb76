package dev.streamux.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of streamux, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"streamux " + text()};
    }

    /** The bare version; {@code dev} when the classes do not come from a jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
