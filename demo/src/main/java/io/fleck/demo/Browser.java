package io.fleck.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens a page in the user's browser with the system's own command. */
final class Browser {
    private Browser() {}

    /** Opens the page, or says that it could not: the demo goes on either way. */
    static void open(URI address, PrintWriter err) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        try {
            Process unused = new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            err.println("demo: no browser could be started here; open " + address + " yourself");
        }
    }
}
