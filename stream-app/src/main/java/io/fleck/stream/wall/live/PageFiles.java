package io.fleck.stream.wall.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page, read once from the class path. Nothing else is ever served. */
final class PageFiles {
    private static final String FOLDER = "/io/fleck/stream/wall/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final List<String> NAMES = List.of(
            "index.html",
            "wall.css",
            "icon.svg",
            "wall.js",
            "settings.js",
            "format.js",
            "frame.js",
            "trend.js",
            "card.js",
            "strip.js",
            "counters.js",
            "wafers.js",
            "wafers.css");

    /**
     * A file.
     *
     * @param type content type
     * @param bytes content
     */
    record PageFile(String type, ByteBuffer bytes) {}

    private final Map<String, PageFile> files = new HashMap<>();

    PageFiles() {
        NAMES.forEach(name -> files.put("/" + name, read(name)));
        files.put("/", read("index.html"));
    }

    Optional<PageFile> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static PageFile read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new WallException("the page's file " + name + " is missing from the class path", null);
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            if (type == null) {
                throw new WallException("no content type is known for " + name, null);
            }
            return new PageFile(type, ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new WallException("the page's file " + name + " can't be read: " + e.getMessage(), e);
        }
    }
}
