package io.fleck.core.wafer.semi;

import io.fleck.core.wafer.format.MapFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which element an XML file begins with, seen without parsing it: a file that is no XML is no error yet. */
final class RootElement {
    /** The first tag that is neither a declaration, a comment nor a document type. */
    private static final Pattern TAG = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)[\\s/>]");

    private static final Pattern COMMENTS = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private RootElement() {}

    /** Its name without prefix; empty when there is none. */
    static String of(MapFile file) {
        String head = file.head();
        if (!head.startsWith("<")) {
            return "";
        }
        Matcher tag = TAG.matcher(COMMENTS.matcher(head).replaceAll(""));
        return tag.find() ? tag.group(1) : "";
    }
}
