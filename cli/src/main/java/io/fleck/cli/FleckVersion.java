package io.fleck.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of the running jar, as the build wrote it into the manifest. */
final class FleckVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = FleckVersion.class.getPackage().getImplementationVersion();
        return new String[] {"fleck " + (version == null ? "(not packaged)" : version)};
    }
}
