package io.fleck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.cli.Fleck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages point at is there: files, commands and their options. */
final class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("fleck.root"));
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./fleck ([a-z][a-z -]*[^`\\n|]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("k8s/README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    @Test
    void shouldLinkOnlyToWhatIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).as("links to nothing").isEmpty();
    }

    @Test
    void shouldShowOnlyCommandsAndOptionsThatExist() throws IOException {
        List<String> unknown = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            Matcher commands = COMMAND.matcher(Files.readString(page));
            while (commands.find()) {
                seen++;
                unknownIn(commands.group(1)).forEach(what -> unknown.add(ROOT.relativize(page) + ": " + what));
            }
        }
        assertThat(seen).as("commands on the pages").isGreaterThan(10);
        assertThat(unknown)
                .as("commands and options that the launcher does not know")
                .isEmpty();
    }

    private static List<String> unknownIn(String line) {
        CommandLine command = Fleck.commandLine();
        for (String word : line.trim().split("\\s+", -1)) {
            Map<String, CommandLine> next = command.getSubcommands();
            if (next.isEmpty() || word.startsWith("-")) {
                break;
            }
            if (!next.containsKey(word.replaceAll("[.,;:]$", ""))) {
                return List.of("./fleck " + line);
            }
            command = next.get(word.replaceAll("[.,;:]$", ""));
        }
        List<String> unknown = new ArrayList<>();
        Matcher options = OPTION.matcher(line);
        while (options.find()) {
            if (command.getCommandSpec().findOption(options.group()) == null) {
                unknown.add("./fleck " + line + " has no " + options.group());
            }
        }
        return unknown;
    }
}
