package io.fleck.stream.gateway.files;

import java.util.ArrayList;
import java.util.List;

/** What a scan saw and a gateway will not send, in words: nothing is passed over silently. */
final class ScanNotes {
    private ScanNotes() {}

    static List<String> of(FolderScan.Result seen, FileKind kind) {
        List<String> notes = new ArrayList<>(seen.unreadable());
        long temporary =
                seen.files().stream().filter(FolderScan.Seen::temporary).count();
        if (temporary > 0) {
            notes.add(temporary + " files with temporary names are not sent");
        }
        if (seen.others() > 0) {
            notes.add(seen.others() + " files are " + kind.others() + " by their names and are not sent");
        }
        return notes;
    }
}
