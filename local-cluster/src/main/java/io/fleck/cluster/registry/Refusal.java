package io.fleck.cluster.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request that the registry answers with an error of the protocol. The codes and sentences are Confluent's, so that
 * clients that look at either find what they know.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** HTTP status. */
    int status() {
        return status;
    }

    /** Error code of the protocol: the status, or five digits that start with it. */
    int code() {
        return code;
    }

    static Refusal notFound() {
        return new Refusal(404, 404, "HTTP 404 Not Found");
    }

    static Refusal unauthorized() {
        return new Refusal(401, 401, "HTTP 401 Unauthorized");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, 405, "HTTP 405 Method Not Allowed");
    }

    static Refusal unsupportedMediaType() {
        return new Refusal(415, 415, "HTTP 415 Unsupported Media Type");
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(413, 413, "The request is larger than " + limit + " bytes");
    }

    static Refusal malformed(String detail) {
        return new Refusal(400, 400, "The request is not the JSON that is expected: " + detail);
    }

    static Refusal subjectNotFound(String subject) {
        return new Refusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static Refusal versionNotFound(int version) {
        return new Refusal(404, 40402, "Version " + version + " not found.");
    }

    static Refusal schemaNotFound() {
        return new Refusal(404, 40403, "Schema not found");
    }

    static Refusal schemaNotFound(int id) {
        return new Refusal(404, 40403, "Schema " + id + " not found");
    }

    static Refusal subjectSoftDeleted(String subject) {
        return new Refusal(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static Refusal subjectNotSoftDeleted(String subject) {
        return new Refusal(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static Refusal versionSoftDeleted(String subject, int version) {
        return new Refusal(
                404,
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static Refusal versionNotSoftDeleted(String subject, int version) {
        return new Refusal(
                404,
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static Refusal noSubjectCompatibility(String subject) {
        return new Refusal(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static Refusal noSubjectMode(String subject) {
        return new Refusal(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static Refusal incompatible(String subject, List<String> differences) {
        return new Refusal(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + differences);
    }

    static Refusal invalidSchema(String detail) {
        return new Refusal(422, 42201, "Invalid schema: " + detail);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(
                422,
                42202,
                "The specified version '" + version + "' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"");
    }

    static Refusal invalidCompatibility() {
        List<String> levels = Arrays.stream(CompatibilityLevel.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Refusal(422, 42203, "Invalid compatibility level. Valid values are " + String.join(", ", levels));
    }

    static Refusal invalidMode() {
        return new Refusal(422, 42204, "Invalid mode. Valid values are READWRITE, READONLY");
    }

    static Refusal readOnly(String subject) {
        return new Refusal(422, 42205, "Subject " + subject + " is in read-only mode");
    }

    static Refusal storeFailed(String detail) {
        return new Refusal(500, 50001, "Error in the backend data store: " + detail);
    }
}
