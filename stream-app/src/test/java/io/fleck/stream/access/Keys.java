package io.fleck.stream.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Key pairs with certificates of their own, made by the JDK's keytool, and stores of those that are trusted. */
final class Keys {
    static final String PASSWORD = "of-the-key-store";
    private static final String TYPE = "PKCS12";

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    /** A key for a name; the certificate also holds for this machine's address. */
    Path make(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        TYPE,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        return store;
    }

    /** A store that trusts these and nobody else. */
    Path trusting(String file, List<String> names) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(TYPE);
        trusted.load(null, null);
        for (String name : names) {
            trusted.setCertificateEntry(name, load(name).getCertificate(name));
        }
        Path store = folder.resolve(file + ".p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    private KeyStore load(String name) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance(TYPE);
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            own.load(in, PASSWORD.toCharArray());
        }
        return own;
    }

    /** Kafka's settings of a key store. */
    static Map<String, String> key(Path store) {
        return Map.of(
                "ssl.keystore.location", store.toString(),
                "ssl.keystore.password", PASSWORD,
                "ssl.key.password", PASSWORD,
                "ssl.keystore.type", TYPE);
    }

    /** Kafka's settings of a store of trusted certificates. */
    static Map<String, String> trust(Path store) {
        return new TreeMap<>(Map.of(
                "ssl.truststore.location", store.toString(),
                "ssl.truststore.password", PASSWORD,
                "ssl.truststore.type", TYPE));
    }
}
