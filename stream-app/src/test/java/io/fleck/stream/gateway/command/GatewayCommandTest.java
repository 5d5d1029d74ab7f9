package io.fleck.stream.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.ExitCode;
import io.fleck.cli.Fleck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GatewayCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void shouldRefuseAFolderThatIsNotThere() {
        assertThat(run("--frames", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("fleck: --frames " + folder.resolve("none") + ": no such folder");
    }

    @Test
    void shouldTakeEitherFramesOrWafers() {
        assertThat(run("--wafers", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("fleck: --wafers " + folder.resolve("none") + ": no such folder");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--wafers", folder.toString(), "--frames", folder.toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldRefuseToWatchAnIndex() throws IOException {
        Files.writeString(folder.resolve("index.tsv"), "path\n");
        assertThat(run("--frames", folder.toString(), "--watch")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("index.tsv").hasLineCount(1);
    }

    @Test
    void shouldRefuseARateOutOfRange() {
        assertThat(run("--frames", folder.toString(), "--rate", "-3")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("rate is -3.0; it must be 0");
    }

    @Test
    void shouldRefuseASettingThatBreaksAGuarantee() throws IOException {
        Path config = Files.writeString(folder.resolve("client.properties"), "acks=1\n");
        assertThat(run("--frames", folder.toString(), "--command-config", config.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("acks can't be set").hasLineCount(1);
    }

    @Test
    void shouldRefuseAnAddressThatIsNone() {
        assertThat(run("--frames", folder.toString(), "--bootstrap", "nonsense"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("nonsense").hasLineCount(1);
        assertThat(run("--frames", folder.toString(), "--registry", "nonsense")).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--claim-above=4MiB                                   | --claim-above needs --claim-store",
                "--claim-store=file:///tmp --claim-above=17MiB        | --claim-above 17MiB is not allowed; allowed is a size from 0B to 16MiB",
                "--claim-store=file:///tmp --claim-above=much         | --claim-above much is not allowed",
                "--claim-store=file:///no/such/folder                 | /no/such/folder: no such folder",
                "--claim-store=ftp://host/a                           | allowed is file:///FOLDER or s3://BUCKET/PREFIX",
                "--claim-store=s3://UPPER                             | bucket 'UPPER' must have",
            })
    void shouldRefuseAClaimStoreThatIsNone(String options, String message) {
        List<String> all = new ArrayList<>(List.of("--frames", folder.toString()));
        all.addAll(List.of(options.split(" ")));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message).hasLineCount(1);
    }

    @Test
    void shouldKeepAJournalForEachCameraAndFolderInTheStateFolder() throws IOException {
        Map<String, String> home = Map.of("HOME", "/home/ada");
        Path one = JournalFiles.of("line 1/cam", folder, home);
        assertThat(one.toString()).matches("/home/ada/.local/state/fleck/gateway/line_1_cam-[0-9a-f]{8}.journal");
        assertThat(JournalFiles.of("line 1_cam", folder, home))
                .as("a name that looks alike")
                .isNotEqualTo(one);
        Path sub = Files.createDirectory(folder.resolve("sub"));
        assertThat(JournalFiles.of("line 1/cam", sub, home)).isNotEqualTo(one);
        assertThat(JournalFiles.of("line 1/cam", sub.resolve(".."), home))
                .as("another spelling of the same folder")
                .isEqualTo(one);
        assertThat(JournalFiles.of("c", folder, Map.of("HOME", "/x", "XDG_STATE_HOME", "/var/state"))
                        .startsWith("/var/state/fleck"))
                .isTrue();
    }

    private int run(String... options) {
        CommandLine line = Fleck.commandLine();
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[options.length + 1];
        all[0] = "gateway";
        System.arraycopy(options, 0, all, 1, options.length);
        return line.execute(all);
    }
}
