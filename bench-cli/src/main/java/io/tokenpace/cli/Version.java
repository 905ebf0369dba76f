package io.tokenpace.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "unpackaged" : number;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tokenpace " + number()};
    }
}
