package io.fleck.serdes;

import io.fleck.avro.CameraFrame;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro instantiate Fleck's own record classes by the names that schemas carry. Since 1.12.2 Avro refuses every
 * class that was not admitted, for the whole process and also inside Confluent's deserializer.
 */
final class TrustedRecords {
    private TrustedRecords() {}

    /** Admits the package of the records beside what is admitted already; a second call changes nothing. */
    static synchronized void admit() {
        ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        if (!before.isTrusted(CameraFrame.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, TrustedRecords::ours));
        }
    }

    private static boolean ours(Class<?> type) {
        return type.getPackageName().equals(CameraFrame.class.getPackageName());
    }
}
